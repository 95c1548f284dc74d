package chat.parlor.room.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class InboxIT {

    private static final String READ_OR_UNREAD = "update rooms set messages = 1 - messages where id = :room";

    private final RoomDriver driver;
    private final DatabaseClient database;

    InboxIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @Test
    void unreadRoomsComeFirstThenTheNewestActivity() {
        var rooms = IntStream.range(0, 4).mapToObj(n -> group("a_ian", "a_jo")).toList();
        var made = Instant.now();
        sayAt(rooms.get(0), "old and unread", made.plusSeconds(1));
        sayAt(rooms.get(1), "read", made.plusSeconds(2));
        sayAt(rooms.get(2), "new and unread", made.plusSeconds(3));
        driver.topics().publish(driver.read(rooms.get(1), "a_ian", 1));

        await().untilAsserted(() -> assertThat(unread("a_ian", rooms)).containsExactly(1, 0, 1, 0));
        await().untilAsserted(() -> assertThat(ids(list("a_ian", "?kind=group")))
                .containsExactly(rooms.get(2), rooms.get(0), rooms.get(1), rooms.get(3)));
        assertThat(ids(list("a_ian", "?kind=group&unread=true"))).containsExactly(rooms.get(2), rooms.get(0));
        assertThat(ids(list("a_jo", "?unread=true&kind=group"))).isEmpty();
    }

    @Test
    void aRoomIsInTheListOnceWhileItIsWrittenInAndRead() {
        var room = group("a_rex", "a_sue");
        var looking = new AtomicBoolean(true);
        var changes = CompletableFuture.runAsync(() -> {
            while (looking.get()) {
                database.sql(READ_OR_UNREAD).bind("room", room).then().block();
            }
        });

        try {
            assertThat(IntStream.range(0, 300).mapToObj(_ -> ids(list("a_rex", "?kind=group"))))
                    .allSatisfy(rooms -> assertThat(rooms).containsExactly(room));
        } finally {
            looking.set(false);
            changes.join();
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var rooms = IntStream.range(0, 7).mapToObj(n -> group("a_kim", "a_lou")).toList();
        for (int turn = 0; turn < 4; turn++) {
            say(rooms.get(turn), 1, "a_lou", "hello");
        }
        await().untilAsserted(() ->
                assertThat(ids(list("a_kim", "?unread=true&kind=group"))).hasSize(4));
        var whole = ids(list("a_kim", "?kind=group"));

        var paged = new ArrayList<String>();
        var next = "";
        do {
            var page = list("a_kim", "?kind=group&limit=3" + (next.isEmpty() ? "" : "&cursor=" + next));
            paged.addAll(ids(page));
            next = page.text("next");
        } while (!next.isEmpty());

        assertThat(paged).isEqualTo(whole).hasSize(7);
    }

    @Test
    void theLastMessageFollowsEditsAndDeletions() {
        var room = group("a_max", "a_ned");
        say(room, 1, "a_ned", "x".repeat(300));
        await().untilAsserted(() ->
                assertThat(last("a_max", room).path("text").asString()).hasSize(200));
        assertThat(last("a_max", room).path("author").path("name").asString()).isEqualTo("Ned");

        driver.topics().publish(driver.entry("message.edited.v1", room, 2, Map.of("target", 1, "text", "short")));
        await().untilAsserted(() ->
                assertThat(last("a_max", room).path("text").asString()).isEqualTo("short"));

        driver.topics().publish(driver.entry("message.deleted.v1", room, 3, Map.of("target", 1)));
        await().untilAsserted(() ->
                assertThat(last("a_max", room).path("text").asString()).isEmpty());
        var view = driver.get(driver.agent("a_max"), "/" + room);
        assertThat(view.text("head")).isEqualTo("3");
        assertThat(view.text("messages")).isEqualTo("1");
    }

    @Test
    void whatIsPublishedTwiceCountsOnce() {
        var room = group("a_oda", "a_pat");
        var first = driver.sent(room, 1, "a_pat", "first");
        var second = driver.sent(room, 2, "a_pat", "second");

        driver.topics().publish(first, second, first, driver.read(room, "a_oda", 2), driver.read(room, "a_oda", 1));

        await().untilAsserted(() -> assertThat(view("a_oda", room)).containsExactly("2", "2", "0", "second"));
    }

    @Test
    void roomsAreFiltered() {
        var mine = driver.guestRoom("g_filter");
        var waiting = driver.guestRoom("g_filter");
        driver.post(driver.guest("g_filter"), "/" + waiting + "/handoff", null);
        driver.post(driver.agent("a_qi"), "/" + mine + "/claim", null);
        say(waiting, 1, "g_filter", "100%_sure");
        await().untilAsserted(
                        () -> assertThat(last("a_qi", waiting).isMissingNode()).isFalse());

        assertThat(ids(list("a_qi", "?assignee=me"))).containsExactly(mine);
        assertThat(ids(list("a_ada", "?assignee=a_qi"))).containsExactly(mine);
        assertThat(ids(list("a_qi", "?status=queued&limit=100")))
                .contains(waiting)
                .doesNotContain(mine);
        assertThat(ids(list("a_qi", "?assignee=none&limit=100")))
                .contains(waiting)
                .doesNotContain(mine);
        assertThat(ids(list("a_qi", "?q=100%25_s"))).containsExactly(waiting);
        assertThat(ids(list("a_qi", "?q=100__s"))).isEmpty();
        assertThat(ids(list("a_qi", "?q=filter"))).containsExactlyInAnyOrder(mine, waiting);
        assertThat(ids(driver.get(driver.guest("g_filter"), ""))).containsExactlyInAnyOrder(mine, waiting);
    }

    @Test
    void aQueryThatMakesNoSenseIsRefusedByField() {
        for (var query :
                List.of("kind=x", "status=x", "unread=maybe", "cursor=x", "limit=0", "limit=101", "limit=ten")) {
            var answer = list("a_ada", "?" + query);

            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.body().path("errors").get(0).path("field").asString())
                    .isEqualTo(query.substring(0, query.indexOf('=')));
        }
    }

    /// Lists are ordered by time, and two messages may be of the same millisecond.
    private void sayAt(String room, String text, Instant at) {
        driver.topics().publish(driver.sent(room, 1, "a_jo", text, at));
    }

    private void say(String room, long seq, String author, String text) {
        driver.topics().publish(driver.sent(room, seq, author, text));
    }

    private String group(String one, String other) {
        var made = driver.post(driver.agent(one), "", Map.of("kind", "group", "members", List.of(other)));
        return made.text("id");
    }

    private Answer list(String account, String query) {
        return driver.get(driver.agent(account), query);
    }

    private JsonNode last(String account, String room) {
        return driver.get(driver.agent(account), "/" + room).body().path("lastMessage");
    }

    private List<String> view(String account, String room) {
        var view = driver.get(driver.agent(account), "/" + room);
        var last = Objects.requireNonNull(view.body().path("lastMessage"));
        return List.of(
                view.text("messages"),
                view.text("head"),
                view.text("unread"),
                last.path("text").asString(""));
    }

    private List<Integer> unread(String account, List<String> rooms) {
        return rooms.stream()
                .map(room -> driver.get(driver.agent(account), "/" + room)
                        .body()
                        .path("unread")
                        .asInt())
                .toList();
    }

    private static List<String> ids(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(room -> room.path("id").asString())
                .toList();
    }
}
