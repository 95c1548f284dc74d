package chat.parlor.room.directory;

import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.GuestSide;
import chat.parlor.room.domain.Hold;
import chat.parlor.room.domain.Labels;
import chat.parlor.room.domain.Member;
import chat.parlor.room.domain.MemberRole;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Rating;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import chat.parlor.room.domain.RoomStatus;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads rooms and members from rows of their tables.
public final class RoomRows {

    /// The columns of `rooms` that make a room, under the alias `r`.
    public static final String COLUMNS = """
            r.id, r.version, r.kind, r.name, r.status, r.assignee, r.assignee_name, r.fence, r.queued_at, \
            r.end_asked_at, r.snoozed_until, r.guest, r.guest_name, r.backroom, r.frontroom, r.page, r.origin, \
            r.topics, r.tags, r.rating, r.rating_comment, r.rated_at, r.held, r.keeper, \
            r.created_at, r.updated_at""";

    private RoomRows() {}

    /// The room in `row`, without the members that lie in their own table.
    public static Room room(Readable row) {
        return new Room(
                text(row, "id"),
                number(row, "version"),
                RoomKind.valueOf(upper(row, "kind")),
                text(row, "name"),
                guestSide(row),
                optional(row, "frontroom"),
                List.of(),
                held(row),
                optional(row, "keeper"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    static Member member(Readable row) {
        return new Member(
                text(row, "member"),
                text(row, "name"),
                "account",
                MemberRole.valueOf(upper(row, "role")),
                Boolean.TRUE.equals(row.get("muted", Boolean.class)));
    }

    private static @Nullable GuestSide guestSide(Readable row) {
        var guest = named(row, "guest");
        if (guest == null) {
            return null;
        }
        var conversation = new Conversation(
                RoomStatus.valueOf(upper(row, "status")),
                named(row, "assignee"),
                number(row, "fence"),
                row.get("queued_at", Instant.class),
                row.get("end_asked_at", Instant.class),
                row.get("snoozed_until", Instant.class));
        return new GuestSide(
                guest,
                text(row, "backroom"),
                optional(row, "page"),
                optional(row, "origin"),
                conversation,
                new Labels(texts(row, "topics"), texts(row, "tags")),
                rating(row));
    }

    private static @Nullable Named named(Readable row, String column) {
        var id = optional(row, column);
        return id == null ? null : new Named(id, text(row, column + "_name"));
    }

    private static String upper(Readable row, String column) {
        return text(row, column).toUpperCase(Locale.ROOT);
    }

    private static @Nullable Rating rating(Readable row) {
        var score = row.get("rating", Short.class);
        return score == null ? null : new Rating(score, optional(row, "rating_comment"), time(row, "rated_at"));
    }

    private static List<Hold> held(Readable row) {
        return texts(row, "held").stream()
                .map(hold -> Hold.valueOf(hold.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> texts(Readable row, String column) {
        return List.of(present(row.get(column, String[].class), column));
    }

    static String text(Readable row, String column) {
        return present(row.get(column, String.class), column);
    }

    private static @Nullable String optional(Readable row, String column) {
        return row.get(column, String.class);
    }

    private static long number(Readable row, String column) {
        return present(row.get(column, Long.class), column);
    }

    private static Instant time(Readable row, String column) {
        return present(row.get(column, Instant.class), column);
    }

    private static <T> T present(@Nullable T value, String column) {
        if (value == null) {
            throw new IllegalStateException("column " + column + ": null (expected: a value)");
        }
        return value;
    }
}
