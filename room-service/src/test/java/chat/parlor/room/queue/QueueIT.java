package chat.parlor.room.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=room-service", "parlor.queue.pause=50ms", "parlor.queue.again=1s"})
@Import(Neighbours.class)
class QueueIT {

    private static final String NUMBERS = "/api/v1/queue";
    private final RoomDriver driver;
    private final DatabaseClient database;

    QueueIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @BeforeEach
    void nothingHasHappenedYet() {
        run("delete from accepts");
        run("delete from absences");
        run("delete from rooms where kind = 'guest'");
    }

    @Test
    void countsAndAverageAreWhatReallyHappened() {
        assertThat(numbers().path("waiting").asInt()).isZero();
        assertThat(numbers().has("averageWaitMs")).isFalse();
        var rooms = Stream.of(0, 1, 2, 3).map(number -> queued()).toList();
        backdate(rooms.get(0), 60);
        backdate(rooms.get(1), 120);

        post(rooms.get(0), "claim");
        post(rooms.get(1), "claim");
        post(rooms.get(1), "close");

        var numbers = numbers();
        assertThat(numbers.path("waiting").asInt()).isEqualTo(2);
        assertThat(numbers.path("active").asInt()).isEqualTo(1);
        assertThat(numbers.path("closedToday").asInt()).isEqualTo(1);
        assertThat(numbers.path("averageWaitMs").asLong()).isBetween(90_000L, 180_000L);
    }

    @Test
    void whoWasClosedBeforeTodayIsNotCounted() {
        var room = queued();
        post(room, "close");
        run("update rooms set turned_at = turned_at - interval '1 day' where id = '" + room + "'");

        assertThat(numbers().path("closedToday").asInt()).isZero();
    }

    @Test
    void theSecondWaitOfARoomIsMeasuredFromItsReturn() {
        var room = queued();
        backdate(room, 3_000);
        post(room, "claim");
        post(room, "transfer");
        post(room, "claim");

        // Fifty minutes and next to nothing: counted from the first place in line it would be fifty minutes.
        assertThat(numbers().path("averageWaitMs").asLong()).isBetween(1_490_000L, 1_700_000L);
    }

    @Test
    void aGuestLearnsPlaceAndEstimateOnceThereIsEnoughToSay() {
        var before = queued();
        assertThat(place(before).path("position").asInt()).isEqualTo(1);
        assertThat(place(before).has("estimatedWaitMs")).isFalse();
        Stream.of(before, queued(), queued()).forEach(room -> {
            backdate(room, 90);
            post(room, "claim");
        });

        var first = queued();
        var second = queued();

        // Ninety seconds in which somebody waited, three who were taken.
        assertThat(place(first).path("estimatedWaitMs").asLong()).isBetween(29_000L, 58_000L);
        assertThat(place(second).path("estimatedWaitMs").asLong()).isBetween(59_000L, 116_000L);
    }

    @Test
    void nothingIsEstimatedWhenAllWhoTookAreGone() {
        Stream.of(queued(), queued(), queued()).forEach(room -> post(room, "claim"));
        var room = queued();
        await().untilAsserted(
                        () -> assertThat(place(room).has("estimatedWaitMs")).isTrue());

        driver.topics().publish(driver.presence("a_ada", "offline"));

        await().untilAsserted(
                        () -> assertThat(place(room).has("estimatedWaitMs")).isFalse());
        assertThat(place(room).path("position").asInt()).isPositive();
    }

    @Test
    void everyMoveIsAnnounced() {
        var first = queued();
        var second = queued();
        awaitPlaces(first, second);

        post(first, "claim");

        var moved = awaitPlaces(second);
        Contracts.validate("room", "queue.changed.v1", moved.raw());
        assertThat(moved.body().path("waiting").asInt()).isEqualTo(1);
        assertThat(moved.body().path("active").asInt()).isEqualTo(1);
        assertThat(moved.body().path("places").get(0).path("guest").asString()).isEqualTo("g_gil");
        assertThat(moved.body().path("places").get(0).path("position").asInt()).isEqualTo(1);
    }

    @Test
    void waitingIsAnnouncedThoughNothingHappens() {
        Stream.of(queued(), queued(), queued()).forEach(room -> post(room, "claim"));
        var room = queued();
        awaitPlaces(room);

        var grown = driver.topics().await("queue.changed", told -> waitTold(told, room) >= 1_000);

        assertThat(grown.body().path("waiting").asInt()).isEqualTo(1);
    }

    private Published awaitPlaces(String... rooms) {
        return driver.topics().await("queue.changed", told -> rooms(told).equals(List.of(rooms)));
    }

    private static List<String> rooms(Published told) {
        return told.body().path("places").values().stream()
                .map(place -> place.path("room").asString())
                .toList();
    }

    private static long waitTold(Published told, String room) {
        return rooms(told).equals(List.of(room))
                ? told.body().path("places").get(0).path("estimatedWaitMs").asLong(0)
                : 0;
    }

    private JsonNode numbers() {
        return driver.get(driver.agent("a_ada"), NUMBERS).body();
    }

    private JsonNode place(String room) {
        return driver.get(driver.guest("g_gil"), "/" + room).body().path("queue");
    }

    private String queued() {
        var room = driver.guestRoom();
        driver.post(driver.guest("g_gil"), "/" + room + "/handoff", null);
        return room;
    }

    private void post(String room, String verb) {
        assertThat(driver.post(driver.agent("a_ada"), "/" + room + "/" + verb, null)
                        .status())
                .isEqualTo(200);
    }

    /// The room has waited for that long.
    private void backdate(String room, long seconds) {
        run("update rooms set turned_at = turned_at - interval '" + seconds + " seconds', "
                + "queued_at = queued_at - interval '" + seconds + " seconds' where id = '" + room + "'");
    }

    private void run(String sql) {
        database.sql(sql).fetch().rowsUpdated().block();
    }
}
