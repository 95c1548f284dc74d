package chat.parlor.room.holds;

import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The table `guest_hold`, and what stands in the rows of rooms.
@Repository
class HoldTable {

    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('hold:' || $1, 0))";
    private static final String STANDS = "select exists (select from guest_hold where guest = $1) as held";
    private static final String ANYTHING = """
            select exists (select from guest_hold where guest = $1)
                or exists (select from rooms where kind = 'guest' and guest = $1 and held <> '{}') as held
            """;
    private static final String PUT =
            "insert into guest_hold (guest, held_at) values ($1, $2) on conflict (guest) do nothing";

    private final DatabaseClient database;

    HoldTable(DatabaseClient database) {
        this.database = database;
    }

    /// Until the transaction ends nobody else puts a hold on `guest`, lifts it or begins a room of its.
    Mono<Void> alone(String guest) {
        return database.sql(ALONE).bind(0, guest).then();
    }

    /// Whether there is a hold on the guest itself.
    Mono<Boolean> stands(String guest) {
        return asked(STANDS, guest);
    }

    /// Whether there is one on the guest or on any of its rooms.
    Mono<Boolean> anything(String guest) {
        return asked(ANYTHING, guest);
    }

    Mono<Void> put(String guest, Instant now) {
        return database.sql(PUT).bind(0, guest).bind(1, now).then();
    }

    Mono<Void> lift(String guest) {
        return database.sql("delete from guest_hold where guest = $1")
                .bind(0, guest)
                .then();
    }

    private Mono<Boolean> asked(String sql, String guest) {
        return database.sql(sql)
                .bind(0, guest)
                .map(row -> Objects.requireNonNull(row.get("held", Boolean.class)))
                .one();
    }
}
