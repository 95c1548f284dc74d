package chat.parlor.room.retention;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// After how many days each sort of rooms is erased; null, left out in JSON, is never.
///
/// @param guest days since a conversation was closed
/// @param direct days without a message
/// @param group days without a message
record Policy(
        @Nullable Integer guest,
        @Nullable Integer direct,
        @Nullable Integer group) {

    /// The fewest days.
    static final int LEAST = 1;
    /// The most days: ten years.
    static final int MOST = 3_650;

    /// Everything is kept for ever.
    static final Policy FOR_EVER = new Policy(null, null, null);

    /// The same; fails with [RetentionRefusal.Invalid] naming each number that makes no sense.
    Policy checked() {
        var errors = Arrays.stream(Sort.values())
                .filter(sort ->
                        days(sort).filter(days -> days < LEAST || days > MOST).isPresent())
                .map(sort -> new FieldError(sort.wire(), "expected: " + LEAST + " to " + MOST + " days, or none"))
                .toList();
        if (!errors.isEmpty()) {
            throw new RetentionRefusal.Invalid(errors);
        }
        return this;
    }

    Optional<Integer> days(Sort sort) {
        return Optional.ofNullable(
                switch (sort) {
                    case GUEST -> guest;
                    case DIRECT -> direct;
                    case GROUP -> group;
                });
    }

    /// The same with other days for one sort.
    Policy with(Sort sort, int days) {
        return switch (sort) {
            case GUEST -> new Policy(days, direct, group);
            case DIRECT -> new Policy(guest, days, group);
            case GROUP -> new Policy(guest, direct, days);
        };
    }

    /// What is older than this is due; empty when nothing ever is.
    Optional<Instant> before(Sort sort, Instant now, Duration day) {
        return days(sort).map(days -> now.minus(day.multipliedBy(days)));
    }
}
