package chat.parlor.message.timeline;

import chat.parlor.message.access.Denial;
import chat.parlor.message.access.Rights;
import chat.parlor.message.access.Room;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is known about who may write into a room.
///
/// @param room the room; absent when it is not known
/// @param confirmed whether room-service was just asked, or cannot be: then a denial is final
/// @param supervisors those who are, among the accounts at hand for whom it makes a difference
public record Access(@Nullable Room room, boolean confirmed, Set<String> supervisors) {

    public Access {
        supervisors = Set.copyOf(supervisors);
    }

    long fence() {
        return room == null ? 0 : room.fence();
    }

    /// Whether the room was erased: nobody writes there any more, the house neither.
    boolean isGone() {
        return room != null && room.isGone();
    }

    boolean mayRead(String member) {
        return room != null && Rights.in(room, supervisors).mayRead(member);
    }

    /// Late news: the timeline has already seen a change of hands that the copy of the room has not.
    boolean isBehind(Head head) {
        return !confirmed && (room == null || room.fence() < head.fence());
    }

    Optional<Denial> ask(Function<Rights, Optional<Denial>> question) {
        return room == null ? Optional.of(Denial.NOT_A_MEMBER) : question.apply(Rights.in(room, supervisors));
    }
}
