package chat.parlor.guest.rights;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Guests, newest first, a page at a time.
@Repository
class GuestPages {

    private static final String PAGE = """
            select id, name, email, phone, registered_at from guest
            where ($1::text is null or strpos(lower(concat_ws(' ', name, email, phone)), lower($1)) > 0)
                and ($2::timestamptz is null or (registered_at, id) < ($2, $3))
            order by registered_at desc, id desc limit $4
            """;

    private final DatabaseClient database;

    GuestPages(DatabaseClient database) {
        this.database = database;
    }

    /// Some guests, and where the next ones begin if there are more.
    record Page(List<KeptGuest> items, @Nullable String next) {}

    /// @param q what name, e-mail or phone has in it; everybody when it is empty
    /// @param cursor the `next` of the page before
    Mono<Page> page(@Nullable String q, @Nullable String cursor, int limit) {
        var sought = q == null || q.isBlank() ? null : q.strip();
        var after = cursor == null ? null : Place.of(cursor);
        return database.sql(PAGE)
                .bind(0, Parameters.in(R2dbcType.VARCHAR, sought))
                .bind(1, Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, after == null ? null : after.time()))
                .bind(2, Parameters.in(R2dbcType.VARCHAR, after == null ? null : after.id()))
                .bind(3, limit + 1)
                .map(GuestPages::guest)
                .all()
                .collectList()
                .map(found -> page(found, limit));
    }

    private static Page page(List<KeptGuest> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var shown = found.subList(0, limit);
        return new Page(List.copyOf(shown), Place.after(shown.getLast()));
    }

    /// Where a page begins: after this guest.
    private record Place(OffsetDateTime time, String id) {

        static String after(KeptGuest guest) {
            return guest.registeredAt().toEpochMilli() + "-" + guest.id();
        }

        static Place of(String cursor) {
            var dash = cursor.indexOf('-');
            try {
                var millis = Long.parseLong(cursor, 0, Math.max(dash, 0), 10);
                var time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
                return new Place(time, cursor.substring(dash + 1));
            } catch (NumberFormatException | DateTimeException unreadable) {
                throw new RightsRefusal.BadPage("cursor: expected the next of a page");
            }
        }
    }

    private static KeptGuest guest(Readable row) {
        return new KeptGuest(
                Objects.requireNonNull(row.get("id", String.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                row.get("email", String.class),
                row.get("phone", String.class),
                Objects.requireNonNull(row.get("registered_at", Instant.class)));
    }
}
