package chat.parlor.room.retention;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The table `retention`.
@Repository
class Policies {

    private static final String PUT = """
            with kept as (select * from unnest($1::text[], $2::int[]) as k (kind, days)),
                gone as (delete from retention where kind not in (select kind from kept))
            insert into retention (kind, days) select kind, days from kept
            on conflict (kind) do update set days = excluded.days
            """;

    private final DatabaseClient database;

    Policies(DatabaseClient database) {
        this.database = database;
    }

    /// The one that holds now; [Policy#FOR_EVER] until somebody sets one.
    Mono<Policy> current() {
        return database.sql("select kind, days from retention")
                .map(row -> new Days(
                        Sort.valueOf(Objects.requireNonNull(row.get("kind", String.class))
                                .toUpperCase(Locale.ROOT)),
                        Objects.requireNonNull(row.get("days", Integer.class))))
                .all()
                .reduce(Policy.FOR_EVER, (policy, found) -> policy.with(found.sort(), found.days()));
    }

    private record Days(Sort sort, int days) {}

    Mono<Void> put(Policy policy) {
        var sorts = Arrays.stream(Sort.values())
                .filter(sort -> policy.days(sort).isPresent())
                .toList();
        return database.sql(PUT)
                .bind(0, sorts.stream().map(Sort::wire).toArray(String[]::new))
                .bind(
                        1,
                        sorts.stream()
                                .map(sort -> policy.days(sort).orElseThrow())
                                .toArray(Integer[]::new))
                .then();
    }
}
