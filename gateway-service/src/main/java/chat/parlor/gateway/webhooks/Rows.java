package chat.parlor.gateway.webhooks;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the rows of both tables.
final class Rows {

    private Rows() {}

    static Webhook webhook(Readable row) {
        return new Webhook(
                text(row, "id"),
                text(row, "url"),
                List.of(Objects.requireNonNull(row.get("types", String[].class))),
                text(row, "state"),
                time(row, "failing_since"),
                Objects.requireNonNull(row.get("waiting", Long.class)),
                Objects.requireNonNull(time(row, "created_at")));
    }

    static Delivery delivery(Readable row) {
        var room = text(row, "room");
        return new Delivery(
                text(row, "id"),
                text(row, "type"),
                room.isEmpty() ? null : room,
                text(row, "state"),
                Boolean.TRUE.equals(row.get("by_hand", Boolean.class)),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                time(row, "next_at"),
                time(row, "last_at"),
                row.get("last_status", Integer.class),
                row.get("last_error", String.class),
                row.get("duration_ms", Long.class),
                Objects.requireNonNull(time(row, "created_at")));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    static @Nullable Instant time(Readable row, String column) {
        var time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
