package chat.parlor.room.tags;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.Line;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// A tag.
///
/// @param name what people call it; unique, whatever the case of its letters
record Tag(String id, String name, TagColor color) {

    static final int NAME_CHARACTERS = 40;

    /// The tag that is wanted; fails with [TagRefusal.Invalid] naming each field that makes no sense.
    static Tag wanted(String id, @Nullable String name, @Nullable String color) {
        var errors = new ArrayList<FieldError>();
        var called = name == null ? "" : name.strip();
        Line.flaw(called, "a name", NAME_CHARACTERS).ifPresent(flaw -> errors.add(new FieldError("name", flaw)));
        var chosen = TagColor.from(color == null ? "" : color);
        if (chosen.isEmpty()) {
            errors.add(new FieldError("color", "expected: one of the colours tags have"));
        }
        if (!errors.isEmpty()) {
            throw new TagRefusal.Invalid(errors);
        }
        return new Tag(id, called, chosen.orElseThrow());
    }
}
