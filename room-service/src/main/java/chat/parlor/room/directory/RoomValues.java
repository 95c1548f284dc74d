package chat.parlor.room.directory;

import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Hold;
import chat.parlor.room.domain.Labels;
import chat.parlor.room.domain.Member;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Rating;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The values a room is stored with, by the names its statements use.
final class RoomValues {

    private RoomValues() {}

    /// What may change.
    static Map<String, Object> state(Room room) {
        var turn = room.conversation();
        var values = new HashMap<String, Object>();
        values.put("id", room.id());
        values.put("version", room.version());
        values.put("name", room.name());
        values.put("status", text(turn == null ? null : turn.status().wire()));
        values.put("assignee", id(turn == null ? null : turn.assignee()));
        values.put("assigneeName", name(turn == null ? null : turn.assignee()));
        values.put("fence", turn == null ? 0L : turn.fence());
        values.put("queuedAt", or(turn == null ? null : turn.queuedAt(), R2dbcType.TIMESTAMP_WITH_TIME_ZONE));
        values.putAll(rating(room.rating()));
        values.put("snoozedUntil", or(turn == null ? null : turn.snoozedUntil(), R2dbcType.TIMESTAMP_WITH_TIME_ZONE));
        values.put("endAskedAt", or(turn == null ? null : turn.endAskedAt(), R2dbcType.TIMESTAMP_WITH_TIME_ZONE));
        values.put(
                "guestName",
                name(room.guestSide() == null ? null : room.guestSide().guest()));
        values.put("topics", labels(room).topics().toArray(String[]::new));
        values.put("tags", labels(room).tags().toArray(String[]::new));
        values.put("held", room.held().stream().map(Hold::wire).toArray(String[]::new));
        values.put("keeper", text(room.keeper()));
        values.put("updatedAt", room.updatedAt());
        return values;
    }

    /// What stays as it was at the beginning.
    static Map<String, Object> birth(Room room) {
        var side = room.guestSide();
        var pair = room.kind() == RoomKind.DIRECT ? Pair.of(room.members()) : null;
        var values = new HashMap<String, Object>();
        values.put("kind", room.kind().wire());
        values.put("low", text(pair == null ? null : pair.low()));
        values.put("high", text(pair == null ? null : pair.high()));
        values.put("guest", id(side == null ? null : side.guest()));
        values.put("backroom", text(side == null ? null : side.backroom()));
        values.put("frontroom", text(room.frontroom()));
        values.put("page", text(side == null ? null : side.page()));
        values.put("origin", text(side == null ? null : side.origin()));
        values.put("createdAt", room.createdAt());
        return values;
    }

    /// The members as one array per column.
    static Map<String, Object> members(Room room) {
        return Map.of(
                "members", column(room.members(), Member::id),
                "names", column(room.members(), Member::name),
                "roles", column(room.members(), member -> member.role().wire()),
                "muted", room.members().stream().map(Member::muted).toArray(Boolean[]::new));
    }

    /// Who has each of the rooms, as one array per column.
    static Map<String, Object> assignments(List<Room> rooms) {
        return Map.of(
                "rooms", column(rooms, Room::id),
                "versions", rooms.stream().map(Room::version).toArray(Long[]::new),
                "assignees", column(rooms, room -> agent(room).id()),
                "names", column(rooms, room -> agent(room).name()),
                "keepers", rooms.stream().map(Room::keeper).toArray(String[]::new),
                "fences", rooms.stream().map(room -> turn(room).fence()).toArray(Long[]::new),
                "times",
                        rooms.stream()
                                .map(room -> room.updatedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new));
    }

    private static Conversation turn(Room room) {
        return Objects.requireNonNull(room.conversation(), room.id());
    }

    private static Named agent(Room room) {
        return Objects.requireNonNull(turn(room).assignee(), room.id());
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static Map<String, Object> rating(@Nullable Rating rating) {
        return Map.of(
                "rating", or(rating == null ? null : (short) rating.score(), R2dbcType.SMALLINT),
                "ratingComment", text(rating == null ? null : rating.comment()),
                "ratedAt", or(rating == null ? null : rating.ratedAt(), R2dbcType.TIMESTAMP_WITH_TIME_ZONE));
    }

    private static Labels labels(Room room) {
        var side = room.guestSide();
        return side == null ? Labels.NONE : side.labels();
    }

    private static Object id(@Nullable Named named) {
        return text(named == null ? null : named.id());
    }

    private static Object name(@Nullable Named named) {
        return text(named == null ? null : named.name());
    }

    private static Object text(@Nullable String value) {
        return or(value, R2dbcType.VARCHAR);
    }

    private static Object or(@Nullable Object value, R2dbcType type) {
        return value == null ? Parameters.in(type) : value;
    }
}
