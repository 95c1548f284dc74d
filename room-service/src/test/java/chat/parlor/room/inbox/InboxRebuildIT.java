package chat.parlor.room.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What the inbox knows of timelines, made anew from the log of record, is what it knew.
@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class InboxRebuildIT {

    private static final RecordedTimelines TIMELINES = new RecordedTimelines();
    private static final int ROUNDS_OF_TALK = 20;
    private static final List<String> MEMBERS = List.of("a_uma", "a_vic", "g_gil");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
    private static final String SUM =
            "select ((select sum(head) from rooms) + (select sum(ordinal) from marks))::text as line";
    private static final String KNOWN = """
            select r::text as line from rooms r
            union all select k::text from marks k
            union all select n::text from mentions n order by line
            """;

    private final RoomDriver driver;
    private final DatabaseClient database;

    InboxRebuildIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @DynamicPropertySource
    static void messageService(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.message.url", TIMELINES::url);
    }

    @Test
    void theInboxIsMadeAnewAfterTrafficAndAfterDamage() {
        var rooms = rooms();
        driver.post(driver.agent("a_uma"), "/" + rooms.getLast() + "/claim", null);
        talk(rooms, new Random(3), 120);
        settled();
        var live = lines(KNOWN);

        assertThat(rebuilt()).isZero();
        assertThat(lines(KNOWN)).isEqualTo(live);

        change(
                "update rooms set head = head + 50, last_text = 'never said', active_at = now() where id = :room",
                rooms,
                0);
        change("update rooms set messages = 0, last_seq = null, last_author = null where id = :room", rooms, 1);
        change("delete from marks where room = :room", rooms, 2);
        change("insert into marks values ('a_nobody', :room, 5)", rooms, 3);

        change("delete from mentions where room = :room", rooms, 2);
        change("insert into mentions values ('a_nobody', :room, 5, 5, now())", rooms, 1);

        assertThat(rebuilt()).isEqualTo(4);
        assertThat(lines(KNOWN)).isEqualTo(live);
        assertThat(rebuilt()).isZero();
    }

    @Test
    void nothingIsLostThatIsSaidMeanwhile() {
        var rooms = rooms();
        talk(rooms, new Random(4), 60);
        var rebuilding = CompletableFuture.runAsync(() -> {
            for (var time = 0; time < 5; time++) {
                rebuilt();
            }
        });

        for (var time = 0; time < ROUNDS_OF_TALK && !rebuilding.isDone(); time++) {
            talk(rooms, new Random(time), 20);
        }

        rebuilding.join();
        lastWord(rooms);
        settled();
        assertThat(rebuilt()).isZero();
    }

    @Test
    void whoJoinsHasReadWhatWasSaidBeforeAlsoAfterwards() {
        var room = driver.post(
                        driver.agent("a_uma"), "", Map.of("kind", "group", "name", "Late", "members", List.of("a_vic")))
                .text("id");
        driver.topics().publish(TIMELINES.say(room, "a_vic", "before", NOON.toString()));
        settled();

        driver.call(HttpMethod.PUT, driver.agent("a_uma"), "/" + room + "/members/a_wim", Map.of("role", "member"));

        var command = driver.topics()
                .await(
                        "message.send",
                        each -> each.type().equals("message.read.v1")
                                && each.key().equals(room));
        Contracts.validate("room", "message.read.v1", command.raw());
        assertThat(command.body().get("member").asString()).isEqualTo("a_wim");
        assertThat(command.body().get("seq").asInt()).isEqualTo(1);
        driver.topics().publish(TIMELINES.read(room, "a_wim", 1));
        settled();
        assertThat(rebuilt()).isZero();
    }

    private List<String> rooms() {
        var rooms = new ArrayList<String>();
        for (var each = 0; each < 3; each++) {
            var body = Map.of("kind", "group", "name", "Room", "members", List.of("a_vic"));
            rooms.add(driver.post(driver.agent("a_uma"), "", body).text("id"));
        }
        rooms.add(driver.guestRoom());
        return rooms;
    }

    private void talk(List<String> rooms, Random random, int entries) {
        var events = new ArrayList<Event>();
        for (var each = 0; each < entries; each++) {
            var room = rooms.get(each % rooms.size());
            var member = MEMBERS.get(random.nextInt(MEMBERS.size()));
            var at = NOON.plusMillis(random.nextInt(10_000)).toString();
            var seq = 1 + random.nextInt(Math.max(1, TIMELINES.head(room)));
            var first = TIMELINES.head(room) == 0;
            events.add(
                    switch (first ? 10 : random.nextInt(9)) {
                        case 0, 1 -> TIMELINES.amend(room, seq, "corrected " + each);
                        case 2 -> TIMELINES.amend(room, seq, "");
                        case 3 -> TIMELINES.read(room, member, seq);
                        case 4 -> TIMELINES.mention(room, member, "a_vic", at);
                        default -> TIMELINES.say(room, member, "text " + each, at);
                    });
        }
        driver.topics().publish(events.toArray(Event[]::new));
    }

    /// One more message in each room. What was said before may have come by way of the log of record, and the
    /// loop, which is behind, would bring back older texts for a moment. This can only have come by the loop.
    private void lastWord(List<String> rooms) {
        rooms.forEach(room -> driver.topics().publish(TIMELINES.say(room, "a_uma", "the last word", NOON.toString())));
    }

    /// The inbox has heard everything.
    private void settled() {
        await().until(() -> lines(SUM).getFirst().equals(Long.toString(TIMELINES.sum())));
    }

    private int rebuilt() {
        Answer answer = driver.post(driver.tokens().service(), "/internal/inbox/rebuild", null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().get("mended").asInt();
    }

    private List<String> lines(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNullElse(row.get("line", String.class), ""))
                .all()
                .collectList()
                .block());
    }

    private void change(String sql, List<String> rooms, int which) {
        var changed = database.sql(sql)
                .bind("room", rooms.get(which))
                .fetch()
                .rowsUpdated()
                .block();
        assertThat(changed).isPositive();
    }
}
