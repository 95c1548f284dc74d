package chat.parlor.room.links;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.Line;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record of the CRM that a room has to do with.
///
/// @param record its id there
/// @param label what people call it
record RecordLink(LinkKind kind, String record, String label) {

    static final int RECORD_CHARACTERS = 128;
    static final int LABEL_CHARACTERS = 120;
    /// In an address these are steps up, however they are encoded.
    private static final Set<String> STEPS = Set.of(".", "..");

    /// The link that is wanted; fails with [LinkRefusal.Invalid] naming each field that makes no sense.
    ///
    /// @param label the id when it is absent or blank
    static RecordLink wanted(LinkKind kind, @Nullable String id, @Nullable String label) {
        var record = id == null ? "" : id.strip();
        var shown = label == null || label.isBlank() ? record : label.strip();
        var errors = new ArrayList<FieldError>();
        Line.flaw(record, "the id of the record", RECORD_CHARACTERS)
                .ifPresent(flaw -> errors.add(new FieldError("id", flaw)));
        if (STEPS.contains(record)) {
            errors.add(new FieldError("id", "expected: an id, not dots alone"));
        }
        if (errors.isEmpty()) {
            Line.flaw(shown, "a label", LABEL_CHARACTERS).ifPresent(flaw -> errors.add(new FieldError("label", flaw)));
        }
        if (!errors.isEmpty()) {
            throw new LinkRefusal.Invalid(errors);
        }
        return new RecordLink(kind, record, shown);
    }
}
