package chat.parlor.gateway.news;

import chat.parlor.gateway.news.Activity.LastMessage;
import chat.parlor.gateway.rooms.RoomState;
import chat.parlor.gateway.rooms.RoomState.Member;
import chat.parlor.gateway.rooms.RoomState.Named;
import chat.parlor.gateway.rooms.RoomState.Rating;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A room in `room.created` and `room.changed`, without what is different for each reader. Only what is known is there.
///
/// @param backroom shown to staff alone
record RoomView(
        String id,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String status,
        @Nullable Named assignee,
        @Nullable Named guest,
        @Nullable String backroom,
        @Nullable List<Member> members,
        @Nullable Long version,
        @Nullable Instant queuedAt,
        @Nullable Instant endAskedAt,
        @Nullable Instant snoozedUntil,
        @Nullable String page,
        @Nullable String origin,
        @Nullable List<String> topics,
        @Nullable List<String> tags,
        @Nullable Rating rating,
        @Nullable List<String> held,
        @Nullable Long epoch,
        @Nullable Long head,
        @Nullable Long messages,
        @Nullable LastMessage lastMessage,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    private static final String DIRECT = "direct";

    /// The whole room as staff sees it, or as `member` does when that makes a difference.
    static RoomView whole(RoomState room, @Nullable Activity activity, boolean staff, String member) {
        var last = activity == null ? null : activity.last();
        return new RoomView(
                room.id(),
                room.kind(),
                nameFor(room, member),
                room.status(),
                room.assignee(),
                room.guest(),
                staff ? room.backroom() : null,
                room.members(),
                room.version(),
                room.queuedAt(),
                room.endAskedAt(),
                staff ? room.snoozedUntil() : null,
                staff ? room.page() : null,
                staff ? room.origin() : null,
                staff ? room.topics() : null,
                staff ? room.tags() : null,
                room.rating(),
                staff ? room.held() : null,
                activity == null ? null : activity.epoch(),
                activity == null ? null : activity.head(),
                activity == null ? null : activity.messages(),
                last,
                room.createdAt(),
                last != null && last.at().isAfter(room.updatedAt()) ? last.at() : room.updatedAt());
    }

    /// Only what a message changes.
    static RoomView active(String room, Activity activity) {
        var last = activity.last();
        return new RoomView(
                room,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                activity.epoch(),
                activity.head(),
                activity.messages(),
                last,
                null,
                last == null ? null : last.at());
    }

    private static String nameFor(RoomState room, String member) {
        if (!DIRECT.equals(room.kind())) {
            return room.name();
        }
        return room.members().stream()
                .filter(one -> !one.id().equals(member))
                .map(Member::name)
                .findFirst()
                .orElse(room.name());
    }
}
