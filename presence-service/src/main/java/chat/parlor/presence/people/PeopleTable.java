package chat.parlor.presence.people;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// People in the database. Those read for a change are locked, in the order of their ids, until the transaction ends.
@Repository
class PeopleTable {

    private static final String LOCKED = "select * from person where member = any($1) order by member for update";
    private static final String TABS = """
            select c.id, c.member, c.away from connection c join node n on n.id = c.node
            where c.member = any($1) and not n.dead
            """;
    private static final String SAVE = """
            insert into person (member, kind, name, status, choice, chosen_by, here, last_seen, leaves_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                $7::boolean[], $8::timestamptz[], $9::timestamptz[])
            on conflict (member) do update set kind = excluded.kind, name = excluded.name, status = excluded.status,
                choice = excluded.choice, chosen_by = excluded.chosen_by, here = excluded.here,
                last_seen = excluded.last_seen, leaves_at = excluded.leaves_at
            """;

    private final DatabaseClient database;

    PeopleTable(DatabaseClient database) {
        this.database = database;
    }

    /// Those of `members` that were here at least once, with the connections that count.
    Mono<Map<String, Person>> load(Collection<String> members) {
        var ids = members.toArray(String[]::new);
        var known = database.sql(LOCKED)
                .bind(0, ids)
                .map(PeopleTable::person)
                .all()
                .collectMap(person -> person.who().id());
        return known.flatMap(people -> tabs(ids).map(tabs -> withTabs(people, tabs)));
    }

    private record Tab(String id, String member, boolean away) {}

    private Mono<Map<String, Map<String, Boolean>>> tabs(String[] ids) {
        return database.sql(TABS)
                .bind(0, ids)
                .map(row -> new Tab(text(row, "id"), text(row, "member"), flag(row, "away")))
                .all()
                .collect(
                        HashMap::new,
                        (found, tab) -> found.computeIfAbsent(tab.member(), key -> new HashMap<>())
                                .put(tab.id(), tab.away()));
    }

    private static Map<String, Person> withTabs(Map<String, Person> people, Map<String, Map<String, Boolean>> tabs) {
        var complete = new HashMap<String, Person>();
        people.forEach((id, person) -> complete.put(
                id, new Person(person.who(), tabs.getOrDefault(id, Map.of()), person.choice(), person.standing())));
        return complete;
    }

    /// Saves all but the connections.
    Mono<Void> save(List<Person> people) {
        if (people.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(SAVE)
                .bind(0, texts(people, person -> person.who().id()))
                .bind(1, texts(people, person -> person.who().kind()))
                .bind(2, texts(people, person -> person.who().name()))
                .bind(3, texts(people, person -> person.standing().status().wire()))
                .bind(
                        4,
                        texts(
                                people,
                                person -> person.choice() == null
                                        ? null
                                        : person.choice().status().wire()))
                .bind(
                        5,
                        texts(
                                people,
                                person -> person.choice() == null
                                        ? null
                                        : person.choice().by()))
                .bind(6, people.stream().map(person -> person.standing().here()).toArray(Boolean[]::new))
                .bind(7, times(people, person -> person.standing().lastSeen()))
                .bind(8, times(people, person -> person.standing().leavesAt()))
                .then();
    }

    /// Whose grace period runs.
    Flux<String> leaving() {
        return database.sql("select member from person where leaves_at is not null")
                .map(row -> text(row, "member"))
                .all();
    }

    private static Person person(Readable row) {
        var who = new Person.Who(text(row, "member"), text(row, "kind"), text(row, "name"));
        var standing = new Standing(
                Status.of(text(row, "status")),
                flag(row, "here"),
                row.get("last_seen", Instant.class),
                row.get("leaves_at", Instant.class));
        var chosen = row.get("choice", String.class);
        var choice = chosen == null ? null : new Person.Choice(Status.of(chosen), text(row, "chosen_by"));
        return new Person(who, Map.of(), choice, standing);
    }

    private static @Nullable String[] texts(List<Person> people, Function<Person, @Nullable String> value) {
        return people.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime[] times(List<Person> people, Function<Person, @Nullable Instant> value) {
        return people.stream()
                .map(value)
                .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
