package chat.parlor.chassis.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.Loops;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

@ServiceIT("spring.config.name=probe-service")
class EventLoopIT {

    /// Enough for a fetch that waits for company to be answered at once.
    private static final int CROWD = 256 * 1024;

    private final ProbeService.Desk desk;
    private final TestTopics topics;
    private final Loops loops;
    private final HealthIndicator health;

    @Autowired
    EventLoopIT(
            ProbeService.Desk desk,
            TestTopics topics,
            Loops loops,
            @Qualifier("loopsHealthIndicator") HealthIndicator health) {
        this.desk = desk;
        this.topics = topics;
        this.loops = loops;
        this.health = health;
    }

    @BeforeEach
    void clear() {
        desk.mood = batch -> {};
        desk.handled.clear();
    }

    @Test
    void recordsOfOneKeyKeepTheirOrder() {
        var events = IntStream.range(0, 200).mapToObj(n -> note("one", "n" + n)).toArray(Event[]::new);

        publish(events);

        assertThat(desk.texts())
                .isEqualTo(IntStream.range(0, 200).mapToObj(n -> "n" + n).toList());
    }

    @Test
    void batchIsRepeatedWhileTheSurroundingsAreAway() {
        var failures = new AtomicInteger();
        desk.mood = batch -> {
            if (failures.incrementAndGet() < 8) {
                throw new IOException("database away");
            }
        };

        publish(note("one", "patience"));

        assertThat(desk.texts()).containsExactly("patience");
        assertThat(failures).hasValue(8);
    }

    @Test
    void loopThatLostItsPartitionsWhileItRepeatedIsHealthyOnceItReadsAgain() {
        var away = new AtomicBoolean(true);
        var failures = new AtomicInteger();
        desk.mood = batch -> {
            if (away.get()) {
                failures.incrementAndGet();
                throw new IOException("database away");
            }
        };

        loops.handle("desk", () -> {
            topics.publish(note("one", "patience"));
            await().until(() -> failures.get() > 0);
            topics.visit("probe.desk", "notes", () -> away.set(false));
        });

        assertThat(desk.texts()).containsExactly("patience");
        assertThat(health.health()).isNotNull().extracting(Health::getStatus).isEqualTo(Status.UP);
    }

    @Test
    void recordNobodyCanHandleIsBuriedAndItsNeighboursPass() {
        desk.mood = batch -> {
            if (batch.stream().anyMatch(received -> received.body().text().equals("cursed"))) {
                throw new IllegalStateException("cursed");
            }
        };

        publish(note("k", "before"), note("k", "cursed"), note("k", "after"));

        assertThat(desk.texts()).containsExactly("before", "after");
        var letter = topics.await("notes.dlt", published -> published.raw().contains("cursed"));
        assertThat(letter.headers().get("cause")).contains("cursed");
        assertThat(letter.headers()).containsKey("source");
    }

    @Test
    void unreadableRecordsAreBuriedWithTheirCause() {
        var garbage = "{not json".getBytes(StandardCharsets.UTF_8);
        var wrongType = "{\"id\":7,\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);

        publish(
                Event.of("notes", "g", "note.v1", garbage),
                Event.of("notes", "g", "note.v1", wrongType),
                note("g", "alive"));

        assertThat(desk.texts()).containsExactly("alive");
        topics.await("notes.dlt", published -> published.raw().equals("{not json"));
        topics.await("notes.dlt", published -> published.raw().contains("\"id\":7"));
    }

    @Test
    void unknownTypesArePassedOver() {
        publish(Event.of("notes", "t", "note.v9", new ProbeService.Note("1", "future")), note("t", "now"));

        assertThat(desk.texts()).containsExactly("now");
    }

    @Test
    void recordsThatMayWaitComeInCompany() {
        IntStream.range(0, 5).forEach(n -> publish(note("one", "company " + n)));
        publish(note("one", "x".repeat(CROWD)));

        await().untilAsserted(() -> assertThat(desk.gathered.stream().flatMap(List::stream))
                .contains("company 0", "company 1", "company 2", "company 3", "company 4"));
        assertThat(desk.gathered)
                .filteredOn(batch -> batch.stream().anyMatch(text -> text.startsWith("company")))
                .hasSizeLessThanOrEqualTo(2);
    }

    /// Publishes and waits until the desk has been given all of it.
    private void publish(Event... events) {
        loops.handle("desk", events.length, () -> topics.publish(events));
    }

    private static Event note(String key, String text) {
        return Event.of("notes", key, "note.v1", new ProbeService.Note(key, text));
    }
}
