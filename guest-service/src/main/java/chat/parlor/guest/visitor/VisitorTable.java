package chat.parlor.guest.visitor;

import chat.parlor.guest.visitor.Visitor.Page;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class VisitorTable {

    private final DatabaseClient database;

    VisitorTable(DatabaseClient database) {
        this.database = database;
    }

    /// The guest with the page it began on, without attributes and conversations; empty when there is none.
    Mono<Visitor> visitor(String guest) {
        return database.sql("""
                select g.id, g.name, g.email, g.phone, g.verified, g.registered_at, g.page,
                       coalesce(v.locale, g.language) as locale, v.zone, v.browser, v.system, v.kind
                from guest g left join guest_visit v on v.guest = g.id where g.id = :guest
                """).bind("guest", guest).map(VisitorTable::begun).one();
    }

    /// Keeps others from noting something of the guest until the transaction ends; empty when there is none.
    Mono<String> locked(String guest) {
        return database.sql("select id from guest where id = :guest for update")
                .bind("guest", guest)
                .map(row -> text(row, "id"))
                .one();
    }

    /// The newest rooms of the guest, the newest first.
    Flux<String> rooms(String guest, int most) {
        return database.sql("""
                select room from conversation where guest = :guest order by started_at desc, room limit :most
                """)
                .bind("guest", guest)
                .bind("most", most)
                .map(row -> text(row, "room"))
                .all();
    }

    private static Visitor begun(Readable row) {
        var since = Objects.requireNonNull(row.get("registered_at", OffsetDateTime.class))
                .toInstant();
        var began = Optional.ofNullable(row.get("page", String.class)).map(page -> new Page(page, null, since));
        return new Visitor(
                text(row, "id"),
                text(row, "name"),
                row.get("email", String.class),
                row.get("phone", String.class),
                List.of(Objects.requireNonNull(row.get("verified", String[].class))),
                since,
                row.get("locale", String.class),
                row.get("zone", String.class),
                device(row),
                began.stream().toList(),
                List.of(),
                List.of());
    }

    private static Device device(Readable row) {
        return new Device(
                row.get("browser", String.class), row.get("system", String.class), row.get("kind", String.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
