package chat.parlor.room.desk;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Room;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.SecondNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ten thousand guests arrive at once at a desk of fifty, with two nodes giving them to agents.
@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class ManyGuestsIT {

    private static final Logger LOG = LoggerFactory.getLogger(ManyGuestsIT.class);
    private static final int GUESTS = 10_000;
    private static final int AT_ONCE = 64;
    private static final int CAPACITY = 5;
    private static final Duration MOST = Duration.ofSeconds(110);

    private static final List<String> WORLD = List.of(
            "insert into accounts select 'a_' || n, 'Agent ' || n, '{agent}', false from generate_series(1, 50) n",
            "insert into availability select 'a_' || n, 'online' from generate_series(1, 50) n",
            "update routing set policy = 'least-busy', capacity = " + CAPACITY,
            """
            insert into rooms (id, version, kind, name, status, fence, guest, guest_name, backroom, created_at,
                updated_at, turned_at, active_at)
            select 'r_' || n, 1, 'guest', 'Guest ' || n, 'open', 0, 'g_' || n, 'Guest ' || n, 'r_back' || n, now(),
                now(), now(), now() from generate_series(1, %d) n
            """.formatted(GUESTS),
            "create table overfull (agent text not null, load bigint not null)",
            // Sees what the transaction that gives it sees, and that agent's other rooms as they are by then.
            """
            create function note_overfull() returns trigger language plpgsql as $$
            begin
                insert into overfull select new.assignee, count(*) from rooms
                where assignee = new.assignee and status = 'assigned' having count(*) > %d;
                return null;
            end $$
            """.formatted(CAPACITY),
            """
            create trigger note_overfull after update on rooms for each row
            when (new.status = 'assigned' and old.status = 'queued') execute function note_overfull()
            """);

    private final Desk desk;
    private final RoomDriver driver;
    private final DatabaseClient database;
    private final Environment environment;
    /// Who waits, by room.
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    ManyGuestsIT(
            @Autowired Desk desk,
            @Autowired RoomDriver driver,
            @Autowired DatabaseClient database,
            @Autowired Environment environment) {
        this.desk = desk;
        this.driver = driver;
        this.database = database;
        this.environment = environment;
    }

    /// A guest in line.
    ///
    /// @param told when it was told so
    private record Waiting(Instant place, Instant told) {}

    /// A guest who was taken.
    private record Taken(String room, Instant place, Instant told, Instant at) {}

    @Test
    void theyAreServedInOrderWithinCapacityAndEachByOne() {
        try (var other = SecondNode.beside(environment)) {
            driver.awaitLoops();
            WORLD.forEach(this::run);
            var began = Instant.now();

            var desks = List.of(desk, other.bean(Desk.class));
            Mono.when(arrive(desks), work(desks)).block(MOST);
            LOG.info("{} guests served in {}", GUESTS, Duration.between(began, Instant.now()));

            assertThat(count("select count(*) from rooms where status = 'closed'"))
                    .isEqualTo(GUESTS);
            assertThat(count("select count(*) from overfull")).isZero();
            assertThat(count("select count(distinct room) from accepts")).isEqualTo(GUESTS);
            var taken = taken();
            assertThat(taken).hasSize(GUESTS);
            assertThat(outOfOrder(taken)).isEmpty();
            assertThat(announced())
                    .hasSize(GUESTS)
                    .allSatisfy((room, times) -> assertThat(times).isEqualTo(1));
        }
    }

    private Mono<Void> arrive(List<Desk> desks) {
        return Flux.range(1, GUESTS)
                .flatMap(guest -> handOff(desks.get(guest % desks.size()), "r_" + guest), AT_ONCE)
                .then();
    }

    private Mono<Void> handOff(Desk where, String room) {
        return where.turn(room, new DeskCommand.HandOff(), Author.SYSTEM)
                .doOnNext(queued -> waiting.put(room, new Waiting(place(queued), Instant.now())))
                .then();
    }

    private static Instant place(Room room) {
        return Objects.requireNonNull(
                Objects.requireNonNull(room.conversation()).queuedAt());
    }

    /// Agents close what they have until everybody was served.
    private Mono<Void> work(List<Desk> desks) {
        return rooms("select id from rooms where status = 'assigned'")
                .collectList()
                .flatMapIterable(Function.identity())
                .flatMap(room -> close(desks.get(room.hashCode() & 1), room), AT_ONCE)
                .then(rooms("select id from rooms where status <> 'closed' limit 1")
                        .hasElements())
                .repeat()
                .takeUntil(left -> !left)
                .then();
    }

    private static Mono<Void> close(Desk where, String room) {
        return where.turn(room, new DeskCommand.Close(), Author.SYSTEM).then();
    }

    /// Guests who were taken while somebody waited who had been there before them: whose place was better, and who
    /// had been told so before the guests before them were taken. Between those two and one is a look at the queue.
    private List<String> outOfOrder(List<Taken> taken) {
        var looks = taken.stream().map(Taken::at).distinct().sorted().toList();
        var before = new HashMap<Instant, Instant>();
        for (int look = 1; look < looks.size(); look++) {
            before.put(looks.get(look), looks.get(look - 1));
        }
        var passedOver = new ArrayList<String>();
        for (var one : taken) {
            var seen = before.getOrDefault(one.at(), Instant.MIN);
            taken.stream()
                    .filter(older ->
                            older.place().isBefore(one.place()) && older.at().isAfter(one.at()))
                    .filter(older -> older.told().isBefore(seen))
                    .forEach(older -> passedOver.add(older + " waited when taken was " + one));
        }
        return passedOver;
    }

    private List<Taken> taken() {
        return Objects.requireNonNull(database.sql("select room, taken_at from accepts")
                .map(row -> taken(
                        Objects.requireNonNull(row.get("room", String.class)),
                        Objects.requireNonNull(row.get("taken_at", Instant.class))))
                .all()
                .collectList()
                .block());
    }

    private Taken taken(String room, Instant at) {
        var known = Objects.requireNonNull(waiting.get(room));
        return new Taken(room, known.place(), known.told(), at);
    }

    /// How often it was told that somebody has it, by room.
    private Map<String, Long> announced() {
        driver.topics().await("message.send", sent -> count("select count(*) from outbox") == 0);
        return driver.topics().read("message.send").stream()
                .filter(sent -> sent.body().path("notice").asString("").equals("assigned"))
                .collect(Collectors.groupingBy(sent -> sent.key(), Collectors.counting()));
    }

    private Flux<String> rooms(String sql) {
        return database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get("id", String.class)))
                .all();
    }

    private long count(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    private void run(String sql) {
        database.sql(sql).fetch().rowsUpdated().block();
    }
}
