package chat.parlor.chassis.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT("spring.config.name=probe-service")
class EventLoopIT {

    private final ProbeService.Desk desk;
    private final TestTopics topics;

    @Autowired
    EventLoopIT(ProbeService.Desk desk, TestTopics topics) {
        this.desk = desk;
        this.topics = topics;
    }

    @BeforeEach
    void clear() {
        desk.mood = batch -> {};
        desk.handled.clear();
    }

    @Test
    void recordsOfOneKeyKeepTheirOrder() {
        var events = IntStream.range(0, 200).mapToObj(n -> note("one", "n" + n)).toArray(Event[]::new);

        topics.publish(events);

        await().untilAsserted(() -> assertThat(desk.texts())
                .isEqualTo(IntStream.range(0, 200).mapToObj(n -> "n" + n).toList()));
    }

    @Test
    void batchIsRepeatedWhileTheSurroundingsAreAway() {
        var failures = new AtomicInteger();
        desk.mood = batch -> {
            if (failures.incrementAndGet() < 8) {
                throw new IOException("database away");
            }
        };

        topics.publish(note("one", "patience"));

        await().untilAsserted(() -> assertThat(desk.texts()).containsExactly("patience"));
        assertThat(failures).hasValue(8);
    }

    @Test
    void recordNobodyCanHandleIsBuriedAndItsNeighboursPass() {
        desk.mood = batch -> {
            if (batch.stream().anyMatch(received -> received.body().text().equals("cursed"))) {
                throw new IllegalStateException("cursed");
            }
        };

        topics.publish(note("k", "before"), note("k", "cursed"), note("k", "after"));

        await().untilAsserted(() -> assertThat(desk.texts()).containsExactly("before", "after"));
        var letter = topics.await("notes.dlt", published -> published.raw().contains("cursed"));
        assertThat(letter.headers().get("cause")).contains("cursed");
        assertThat(letter.headers()).containsKey("source");
    }

    @Test
    void unreadableRecordsAreBuriedWithTheirCause() {
        var garbage = "{not json".getBytes(StandardCharsets.UTF_8);
        var wrongType = "{\"id\":7,\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);

        topics.publish(
                Event.of("notes", "g", "note.v1", garbage),
                Event.of("notes", "g", "note.v1", wrongType),
                note("g", "alive"));

        await().untilAsserted(() -> assertThat(desk.texts()).containsExactly("alive"));
        topics.await("notes.dlt", published -> published.raw().equals("{not json"));
        topics.await("notes.dlt", published -> published.raw().contains("\"id\":7"));
    }

    @Test
    void unknownTypesArePassedOver() {
        topics.publish(Event.of("notes", "t", "note.v9", new ProbeService.Note("1", "future")), note("t", "now"));

        await().untilAsserted(() -> assertThat(desk.texts()).containsExactly("now"));
    }

    @Test
    void recordsThatMayWaitComeInCompany() {
        IntStream.range(0, 5).forEach(n -> topics.publish(note("one", "company " + n)));

        await().untilAsserted(() -> assertThat(desk.gathered.stream().flatMap(List::stream))
                .contains("company 0", "company 1", "company 2", "company 3", "company 4"));
        assertThat(desk.gathered)
                .filteredOn(batch -> batch.stream().anyMatch(text -> text.startsWith("company")))
                .hasSizeLessThanOrEqualTo(2);
    }

    private static Event note(String key, String text) {
        return Event.of("notes", key, "note.v1", new ProbeService.Note(key, text));
    }
}
