package chat.parlor.guest.rights;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the erasing of a guest is; when it is done, its receipt.
///
/// @param guest an id that leads nowhere any more
/// @param doneAt when the last part was done; none before that
/// @param parts all of them, in their order
record Erasure(
        String id,
        String guest,
        Requester requestedBy,
        Instant requestedAt,
        @Nullable Instant doneAt,
        List<Progress> parts) {

    Erasure {
        parts = List.copyOf(parts);
    }

    /// The administrator who decided it.
    record Requester(String id, String name) {}

    /// A part, and when and how much of it was erased.
    record Progress(Part part, @Nullable Instant doneAt, Map<String, Long> removed) {

        static Progress outstanding(Part part) {
            return new Progress(part, null, Map.of());
        }
    }

    /// The same with the parts that are done among those that are not.
    Erasure with(List<Progress> done) {
        var all = Arrays.stream(Part.values())
                .map(part -> done.stream()
                        .filter(progress -> progress.part() == part)
                        .findFirst()
                        .orElseGet(() -> Progress.outstanding(part)))
                .toList();
        return new Erasure(id, guest, requestedBy, requestedAt, doneAt, all);
    }

    /// Whether every part is done.
    boolean isComplete() {
        return parts.stream().allMatch(progress -> progress.doneAt() != null);
    }
}
