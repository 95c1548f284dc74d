package chat.parlor.room.inbox;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.Hold;
import chat.parlor.room.domain.Member;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Rating;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import chat.parlor.room.domain.RoomStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A room as the protocol shows it to one member.
///
/// @param name of a direct room the other member's
/// @param backroom staff only
/// @param page staff only: where the guest began
/// @param origin staff only: the site the guest came from
/// @param topics staff only: what the guest wrote about until the conversation last ended
/// @param tags staff only: the ids of the tags on it
/// @param messages how many messages the timeline has
/// @param unread how many of them this member has not read
/// @param mentioned where this member is mentioned; absent when nowhere
/// @param queue the place in the queue while the room waits
/// @param snoozedUntil staff only: until when the agent who has it has put it aside
/// @param held staff only: why nothing of it may be erased
/// @param rating how the guest found the conversation; only while it is closed
/// @param endAskedAt since when the guest waits for the agent to let it end
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomView(
        String id,
        long version,
        RoomKind kind,
        String name,
        @Nullable RoomStatus status,
        @Nullable Named assignee,
        @Nullable Named guest,
        @Nullable String backroom,
        @Nullable String frontroom,
        @Nullable String page,
        @Nullable String origin,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<String> topics,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<String> tags,

        List<Member> members,
        long epoch,
        long head,
        long messages,
        long unread,
        @Nullable Mentioned mentioned,
        @Nullable LastMessage lastMessage,
        @Nullable Instant queuedAt,
        @Nullable Queue queue,
        @Nullable Instant endAskedAt,
        @Nullable Instant snoozedUntil,
        @Nullable Rating rating,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Hold> held,

        Instant createdAt,
        Instant updatedAt) {

    /// A place in the queue.
    ///
    /// @param position 1 is next
    /// @param estimatedWaitMs how long it will take; null while there is too little to say
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Queue(long position, @Nullable Long estimatedWaitMs) {}

    /// Mentions of a member.
    ///
    /// @param newest the seq of the newest message that mentions it, in a guest room of the newest note
    /// @param unread how many such messages it has not read, at most 100
    public record Mentioned(long newest, long unread) {}

    static RoomView of(Room room, Activity activity, Caller reader) {
        var side = room.guestSide();
        var inside = side != null && Access.isAgent(reader) ? side : null;
        var turn = room.conversation();
        var last = activity.last();
        return new RoomView(
                room.id(),
                room.version(),
                room.kind(),
                name(room, reader),
                turn == null ? null : turn.status(),
                turn == null ? null : turn.assignee(),
                side == null ? null : side.guest(),
                inside == null ? null : inside.backroom(),
                room.frontroom(),
                inside == null ? null : inside.page(),
                inside == null ? null : inside.origin(),
                inside == null ? null : inside.labels().topics(),
                inside == null ? null : inside.labels().tags(),
                room.members(),
                activity.epoch(),
                activity.head(),
                activity.messages(),
                activity.unread(),
                activity.mentioned(),
                last,
                turn == null ? null : turn.queuedAt(),
                activity.place(),
                turn == null ? null : turn.endAskedAt(),
                inside == null ? null : inside.conversation().snoozedUntil(),
                room.rating(),
                Access.isAgent(reader) ? room.held() : null,
                room.createdAt(),
                activity.activeAt().isAfter(room.updatedAt()) ? activity.activeAt() : room.updatedAt());
    }

    private static String name(Room room, Caller reader) {
        if (room.kind() != RoomKind.DIRECT || reader.kind() != CallerKind.ACCOUNT) {
            return room.name();
        }
        return room.members().stream()
                .filter(member -> !member.id().equals(reader.id()))
                .findFirst()
                .map(Member::name)
                .orElse(room.name());
    }
}
