package chat.parlor.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.SecondNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.handshakes=1000",
    "parlor.gateway.commands.sends=1000",
    "parlor.gateway.feed.page=7",
    "parlor.gateway.feed.heartbeat=100ms",
    "parlor.gateway.feed.streams-per-caller=3"
})
class FeedIT extends GatewayUnderTest {

    private static final String INBOX = "k_inbox:events.read";
    private static final int MANY = 60;

    @Autowired
    Feed feed;

    @Autowired
    FeedStore store;

    @Autowired
    FeedWriter writer;

    @Autowired
    Environment environment;

    @Test
    void whatGuestsAndBotsSayComesInOrderAndNothingOfOtherRooms() {
        var room = guestRoom();
        var team = Neighbours.ROOMS.group(ADA, BEN);
        var back = Neighbours.ROOMS.put(room + "b", "backroom", 1, "write", ADA);
        try (var stream = EventStream.fromNow(port, INBOX)) {
            topics.publish(
                    say(team, ADA, "t1", "among us"),
                    say(back, ADA, "n1", "a note"),
                    say(room, GRACE, "m1", "hello"),
                    say(room, ADA, "m2", "hello Grace"));

            stream.until(2);

            assertThat(stream.texts()).containsExactly("hello", "hello Grace");
            var first = stream.bodies().getFirst();
            assertThat(first.get("type").asString()).isEqualTo("message.sent");
            assertThat(first.get("data").get("author").get("kind").asString()).isEqualTo("guest");
            assertThat(first.get("data").get("room").asString()).isEqualTo(room);
            assertThat(first.get("data").has("ordinal")).isFalse();
            assertThat(stream.positions().getLast())
                    .isEqualTo(stream.positions().getFirst() + 1);
        }
    }

    @Test
    void changesOfStatusAndAssigneeComeAndOtherChangesDoNot() {
        var room = guestRoom();
        try (var stream = EventStream.fromNow(port, INBOX)) {
            topics.publish(state(room, 1, ""), state(room, 2, ADA), state(room, 3, ADA), state(room, 4, BEN));

            stream.until(3);

            assertThat(stream.bodies())
                    .extracting(body -> body.get("data").get("version").asInt())
                    .containsExactly(1, 2, 4);
            var last = stream.bodies().getLast();
            assertThat(last.get("type").asString()).isEqualTo("room.changed");
            assertThat(last.get("data").get("status").asString()).isEqualTo("assigned");
            assertThat(last.get("data").get("assignee").get("id").asString()).isEqualTo(BEN);
        }
    }

    @Test
    void whatIsToldTwiceIsStoredOnce() {
        var room = guestRoom();
        try (var stream = EventStream.fromNow(port, INBOX)) {
            var first = say(room, GRACE, "m1", "once");
            topics.publish(first, Neighbours.TIMELINES.announce(room, 1), first, state(room, 1, ""));
            topics.publish(state(room, 1, ""), say(room, GRACE, "m2", "the end"));

            stream.until(3);

            assertThat(stream.texts()).filteredOn(text -> !text.isEmpty()).containsExactly("once", "the end");
        }
    }

    @Test
    void readerGoesOnWithoutAGapOnAnotherNode() {
        var room = guestRoom();
        var begin = end();
        var read = new ArrayList<Long>();
        var heard = new ArrayList<String>();
        try (var second = SecondNode.beside(environment)) {
            var ports = List.of(port, second.port());
            for (var turn = 0; read.size() < MANY; turn++) {
                var from = read.size();
                topics.publish(IntStream.range(from, from + 10)
                        .mapToObj(number -> say(room, GRACE, "m" + number, "text " + number))
                        .toArray(Event[]::new));
                var position = read.isEmpty() ? begin : read.getLast();
                try (var stream = EventStream.behind(position, ports.get(turn % 2), INBOX)) {
                    stream.until(5);
                    read.addAll(stream.positions());
                    heard.addAll(stream.texts());
                }
            }
        }
        assertThat(read)
                .isEqualTo(LongStream.rangeClosed(begin + 1, begin + read.size())
                        .boxed()
                        .toList());
        assertThat(heard).doesNotHaveDuplicates().startsWith("text 0", "text 1");
    }

    @Test
    void readerNeverPassesAnEventThatIsCommittedLate() {
        var begin = end();
        var writers = 8;
        var each = 40;
        var reading = feed.from(begin)
                .take((long) writers * each)
                .map(FeedEvent::position)
                .collectList()
                .cache();
        var ongoing = reading.subscribe();

        Flux.range(0, writers)
                .flatMap(
                        number -> Flux.range(0, each)
                                .concatMap(turn -> written("late-%d-%d".formatted(number, turn)))
                                .subscribeOn(Schedulers.boundedElastic()),
                        writers)
                .then()
                .as(StepVerifier::create)
                .verifyComplete();

        reading.as(StepVerifier::create)
                .expectNext(LongStream.rangeClosed(begin + 1, begin + (long) writers * each)
                        .boxed()
                        .toList())
                .verifyComplete();
        ongoing.dispose();
    }

    private Flux<Long> written(String id) {
        return writer.append(List.of(new FeedStore.Row(id, "r_late", "message.sent", "{}")))
                .flux();
    }

    @Test
    void positionThatIsNotKeptOrNotThereYetIsRefusedInWords() {
        var room = guestRoom();
        try (var stream = EventStream.fromNow(port, INBOX)) {
            topics.publish(say(room, GRACE, "m1", "old"));
            stream.until(1);
        }
        Neighbours.CLOCK.advance(Duration.ofDays(8));
        store.trim(Neighbours.CLOCK.instant().minus(Duration.ofDays(7)))
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(refusal("?after=0")).contains("position-too-old", "\"oldest\":" + end(), "\"newest\":" + end());
        assertThat(refusal("?after=" + (end() + 1))).contains("position-ahead");
        assertThat(refusal("?after=-1")).contains("bad-position");
        assertThat(refusal("?after=now")).contains("bad-position");
    }

    @Test
    void onlyAdministratorsAndKeysForItFollow() {
        for (var nobody : List.of(ADA, GRACE, "k_other:accounts.read")) {
            assertThat(EventStream.of(port, nobody, "").end()).contains("\"status\":403");
        }
        assertThat(EventStream.of(port, "nobody", "").end()).contains("\"status\":401");
        try (var administrator = EventStream.fromNow(port, "a_root*")) {
            assertThat(administrator.positions()).isEmpty();
        }
    }

    @Test
    void streamShowsSignsOfLifeAndEndsWithItsCredential() {
        var stream = EventStream.fromNow(port, "k_brief:events.read");
        await().until(() -> stream.signsOfLife() > 2);

        Neighbours.LOGINS.end("ks_brief");

        assertThat(stream.end()).isEqualTo("completed");
    }

    @Test
    void thereAreAsManyStreamsAsMayBe() {
        var open = IntStream.range(0, 3)
                .mapToObj(number -> EventStream.fromNow(port, "k_many:events.read"))
                .toList();

        assertThat(EventStream.of(port, "k_many:events.read", "").end()).contains("too-many");

        open.forEach(EventStream::close);
        await().until(() -> meters.get("parlor.feed.streams").gauge().value() == 0);
        EventStream.fromNow(port, "k_many:events.read").close();
    }

    private static String guestRoom() {
        return Neighbours.ROOMS.put(FakeRooms.newRoom(), "guest", 1, "read", GRACE);
    }

    private static Event say(String room, String member, String id, String text) {
        return Neighbours.TIMELINES.store(room, member, id, text);
    }

    private static Event state(String room, int version, String agent) {
        var state = Neighbours.ROOMS.desk(room, version, GRACE, agent);
        state.put("updatedAt", Neighbours.CLOCK.instant().toString());
        return Event.of("room.state", room, "room.state.v1", state);
    }

    private String refusal(String query) {
        return EventStream.of(port, INBOX, query).end();
    }

    private long end() {
        return Objects.requireNonNull(feed.end().block(Duration.ofSeconds(60)));
    }
}
