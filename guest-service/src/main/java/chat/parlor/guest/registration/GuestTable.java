package chat.parlor.guest.registration;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class GuestTable {

    private final DatabaseClient database;

    GuestTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Registration registration) {
        return database.sql("""
                with added as (
                    insert into guest
                        (id, token_hash, name, email, phone, address, page, language, room, registered_at)
                    values (:id, :hash, :name, :email, :phone, :address, :page, :language, :room, :at)
                    returning id, room, registered_at)
                insert into conversation (guest, room, started_at) select id, room, registered_at from added
                """)
                .bind("id", registration.id())
                .bind("hash", TokenHash.of(registration.token()))
                .bind("name", registration.name())
                .bind(
                        "email",
                        Parameters.in(R2dbcType.VARCHAR, registration.form().email()))
                .bind(
                        "phone",
                        Parameters.in(R2dbcType.VARCHAR, registration.form().phone()))
                .bind(
                        "address",
                        Parameters.in(R2dbcType.VARCHAR, registration.form().address()))
                .bind(
                        "page",
                        Parameters.in(R2dbcType.VARCHAR, registration.form().page()))
                .bind(
                        "language",
                        Parameters.in(R2dbcType.VARCHAR, registration.form().language()))
                .bind("room", registration.room())
                .bind("at", registration.at())
                .then();
    }

    /// Empty when nobody has this id.
    Mono<Guest> byId(String id) {
        return database.sql("select id, name, email from guest where id = :id")
                .bind("id", id)
                .map(GuestTable::guest)
                .one();
    }

    /// Empty when the token belongs to nobody.
    Mono<Guest> byToken(String token, Instant now) {
        return database.sql("""
                select id, name, email from guest where token_hash = :hash
                union all
                select g.id, g.name, g.email from guest g join guest_token t on t.guest = g.id
                where t.token_hash = :hash and (t.ends_at is null or t.ends_at > :now)
                """)
                .bind("hash", TokenHash.of(token))
                .bind("now", utc(now))
                .map(GuestTable::guest)
                .one();
    }

    /// Gives the guest another room, if its newest is `over` or was begun before `stale`; empty when it has a newer
    /// one.
    Mono<String> begun(String guest, String over, String room, Instant now, Instant stale) {
        return database.sql("""
                update guest set room = :room, room_at = :now where id = :guest
                    and (room is null or room = :over or coalesce(room_at, registered_at) <= :stale)
                """)
                .bind("guest", guest)
                .bind("over", over)
                .bind("room", room)
                .bind("now", utc(now))
                .bind("stale", utc(stale))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMap(rows -> noted(guest, room, now).thenReturn(room));
    }

    private Mono<Void> noted(String guest, String room, Instant now) {
        return database.sql("insert into conversation (guest, room, started_at) values (:guest, :room, :now)")
                .bind("guest", guest)
                .bind("room", room)
                .bind("now", utc(now))
                .then();
    }

    /// The newest room the guest began; empty when it has begun none.
    Mono<String> roomOf(String guest) {
        return database.sql("select room from guest where id = :guest and room is not null")
                .bind("guest", guest)
                .map(row -> text(row, "room"))
                .one();
    }

    static Guest guest(Readable row) {
        return new Guest(text(row, "id"), text(row, "name"), row.get("email", String.class));
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
