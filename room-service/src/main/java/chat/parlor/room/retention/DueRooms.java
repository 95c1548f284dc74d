package chat.parlor.room.retention;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Rooms that have been kept long enough, in the table `rooms`.
@Repository
class DueRooms {

    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('retention', 0)) as alone";

    private final DatabaseClient database;

    DueRooms(DatabaseClient database) {
        this.database = database;
    }

    /// Whether nobody else erases old rooms until the transaction ends.
    Mono<Boolean> alone() {
        return database.sql(ALONE)
                .map(row -> Objects.requireNonNull(row.get("alone", Boolean.class)))
                .one();
    }

    /// The oldest of them.
    Mono<List<String>> some(Sort sort, Instant before, int most) {
        var sql = "select id from rooms where " + sort.due() + " order by " + sort.order() + " limit " + most;
        return database.sql(sql)
                .bind("before", before)
                .map(row -> Objects.requireNonNull(row.get("id", String.class)))
                .all()
                .collectList();
    }

    /// Whether a locked room is one of them.
    Mono<Boolean> has(String room, Sort sort, Instant before) {
        return database.sql("select exists (select from rooms where id = :id and " + sort.due() + ") as due")
                .bind("id", room)
                .bind("before", before)
                .map(row -> Objects.requireNonNull(row.get("due", Boolean.class)))
                .one();
    }

    /// How many there are, counted up to `most`.
    Mono<Long> count(Sort sort, Instant before, int most) {
        var sql = "select count(*) as due from (select from rooms where " + sort.due() + " limit " + most + ") counted";
        return database.sql(sql)
                .bind("before", before)
                .map(row -> Objects.requireNonNull(row.get("due", Long.class)))
                .one();
    }
}
