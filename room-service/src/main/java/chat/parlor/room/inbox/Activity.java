package chat.parlor.room.inbox;

import chat.parlor.room.domain.Author;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the inbox knows of a room's timeline, for one reader.
///
/// @param epoch of the timeline
/// @param head the newest place in the timeline
/// @param messages how many messages it has
/// @param read how many of them the reader has read
/// @param last the newest message, if there is one
/// @param activeAt when something last happened that lists are ordered by
/// @param mentioned where the reader is mentioned in it, in a guest room in its notes; null when nowhere
/// @param place in the queue; null when the room does not wait
record Activity(
        long epoch,
        long head,
        long messages,
        long read,
        @Nullable LastMessage last,
        Instant activeAt,
        RoomView.@Nullable Mentioned mentioned,
        RoomView.@Nullable Queue place) {

    /// Beyond it nobody counts: "more than 99" is the same for 100 and for 10,000.
    private static final int MOST_COUNTED = 100;

    /// Of a room `r`: the mentions of the reader in it, in a guest room in its notes.
    private static final String MENTIONS =
            "from mentions n where n.member = :reader and n.room = coalesce(r.backroom, r.id)";

    /// The same, only those the reader has not read.
    static final String UNREAD_MENTIONS = MENTIONS + """
             and n.ordinal > coalesce(
                (select nk.ordinal from marks nk where nk.member = :reader and nk.room = n.room), 0)""";

    /// The columns of an activity; `r` is the room and `k` the reader's mark.
    static final String COLUMNS = """
            r.epoch, r.head, r.messages, coalesce(k.ordinal, 0) as read, r.last_seq, r.last_at, r.last_author,
            r.last_kind, r.last_name, r.last_text, r.active_at,
            (select n.seq %s order by n.ordinal desc limit 1) as mentioned,
            (select count(*) from (select 1 %s limit %d) u) as mentions
            """.formatted(MENTIONS, UNREAD_MENTIONS, MOST_COUNTED);

    static Activity of(Readable row) {
        return new Activity(
                number(row, "epoch"),
                number(row, "head"),
                number(row, "messages"),
                number(row, "read"),
                last(row),
                time(row, "active_at"),
                mentioned(row),
                null);
    }

    /// A room that has just been made.
    static Activity none(Instant since) {
        return new Activity(1, 0, 0, 0, null, since, null, null);
    }

    Activity at(RoomView.@Nullable Queue there) {
        return new Activity(epoch, head, messages, read, last, activeAt, mentioned, there);
    }

    long unread() {
        return Math.max(0, messages - read);
    }

    private static @Nullable LastMessage last(Readable row) {
        var seq = row.get("last_seq", Long.class);
        if (seq == null) {
            return null;
        }
        var author = new Author(text(row, "last_author"), text(row, "last_kind"), text(row, "last_name"));
        return new LastMessage(seq, time(row, "last_at"), author, text(row, "last_text"));
    }

    private static RoomView.@Nullable Mentioned mentioned(Readable row) {
        var newest = row.get("mentioned", Long.class);
        return newest == null ? null : new RoomView.Mentioned(newest, number(row, "mentions"));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }
}
