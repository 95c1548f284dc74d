package chat.parlor.room.directory;

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

/// `room.created.v1` and `room.state.v1`, see docs/contracts/room/room.state.v1.schema.json.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoomState(
        String id,
        long version,
        RoomKind kind,
        String name,
        @Nullable RoomStatus status,
        @Nullable Named assignee,
        @Nullable Named guest,
        @Nullable String backroom,
        @Nullable String frontroom,
        String staff,
        @Nullable String keeper,
        List<Member> members,
        long fence,
        @Nullable Instant queuedAt,
        @Nullable Instant endAskedAt,
        @Nullable Instant snoozedUntil,
        @Nullable String page,
        @Nullable String origin,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<String> topics,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<String> tags,

        @Nullable Rating rating,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Hold> held,

        Instant createdAt,
        Instant updatedAt) {

    static final String CREATED = "room.created.v1";
    static final String STATE = "room.state.v1";
    private static final String NAMELESS = "-";

    static RoomState of(Room room) {
        var side = room.guestSide();
        var turn = room.conversation();
        return new RoomState(
                room.id(),
                room.version(),
                room.kind(),
                room.name(),
                turn == null ? null : turn.status(),
                turn == null ? null : turn.assignee(),
                side == null ? null : side.guest(),
                side == null ? null : side.backroom(),
                room.frontroom(),
                room.kind().staff(),
                room.keeper(),
                room.members(),
                turn == null ? 0 : turn.fence(),
                turn == null ? null : turn.queuedAt(),
                turn == null ? null : turn.endAskedAt(),
                turn == null ? null : turn.snoozedUntil(),
                side == null ? null : side.page(),
                side == null ? null : side.origin(),
                side == null ? null : side.labels().topics(),
                side == null ? null : side.labels().tags(),
                room.rating(),
                room.held(),
                room.createdAt(),
                room.updatedAt());
    }

    /// A room that is gone: nobody is in it, nobody may read it, and it holds no name. Being the newest, it takes the
    /// place of everything the topic knew.
    static RoomState ofErased(Room room) {
        var side = room.guestSide();
        return new RoomState(
                room.id(),
                room.version(),
                room.kind(),
                NAMELESS,
                side == null ? null : RoomStatus.CLOSED,
                null,
                side == null ? null : new Named(side.guest().id(), NAMELESS),
                side == null ? null : side.backroom(),
                room.frontroom(),
                "none",
                null,
                List.of(),
                side == null ? 0 : side.conversation().fence(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                room.createdAt(),
                room.updatedAt());
    }
}
