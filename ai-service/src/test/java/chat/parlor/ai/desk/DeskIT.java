package chat.parlor.ai.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=ai-service"})
class DeskIT {

    private static final RoomStandIn ROOMS = new RoomStandIn();
    private final TestTopics topics;
    private final DatabaseClient database;
    private final String room = Ids.random("r_");

    DeskIT(@Autowired TestTopics topics, @Autowired DatabaseClient database) {
        this.topics = topics;
        this.database = database;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OtherServicesTopics {
        @Bean
        NewTopics others(Topics topics) {
            return new NewTopics(
                    List.of("room.created", "room.state", "guest.registered", "message.sent", "message.send").stream()
                            .map(topic -> topics.kept(topic, Duration.ofHours(1)))
                            .toArray(NewTopic[]::new));
        }
    }

    @DynamicPropertySource
    static void rooms(DynamicPropertyRegistry properties) {
        properties.add("parlor.services.room.url", ROOMS::url);
    }

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    @Test
    void aGuestIsGreetedOnce() {
        created();
        registered();
        state(2, "open", 0);

        var greeting = awaitSaid("greeting-" + room);
        assertThat(greeting.path("author").path("id").asString()).isEqualTo("b_parlor");
        assertThat(greeting.path("text").asString()).contains("Ada", "Talk to a human");
        awaitVersion(2);
        assertThat(said()).hasSize(1);
    }

    @Test
    void aRoomWhoseGuestMayStillBeWritingIsNotGreeted() {
        publish("room.created", "room.created.v1", state("guest", 1, "open", 0));
        awaitVersion(1);
        drain();

        assertThat(said()).isEmpty();
    }

    @Test
    void aGuestWhoComesBeforeTheRoomIsGreetedAllTheSame() {
        ROOMS.knows("""
                {"id": "%s", "version": 1, "kind": "guest", "status": "open", "guest": {"name": "Ada"}, "fence": 0}
                """.formatted(room));
        registered();

        assertThat(awaitSaid("greeting-" + room).path("text").asString()).contains("Ada");
    }

    @Test
    void onlyTheFirstMessageOfAGuestIsAnswered() {
        created();
        awaitSaid("greeting-" + room);
        say("guest", "Where is my parcel?");
        awaitSaid("answer-" + room);
        say("guest", "Hello?");
        say("bot", "I am the bot");
        drain();

        assertThat(said())
                .extracting(body -> body.path("id").asString())
                .doesNotHaveDuplicates()
                .hasSize(2);
        said().forEach(body -> Contracts.validate("ai", "message.send.v1", body.toString()));
    }

    @Test
    void theBotIsSilentOnceAPersonWasAskedFor() {
        created();
        awaitSaid("greeting-" + room);
        state(2, "queued", 0);
        awaitVersion(2);
        say("guest", "Is anybody there?");
        drain();

        assertThat(said()).hasSize(1);
    }

    @Test
    void theBotIsSilentOnceAPersonHasTheRoom() {
        created();
        awaitSaid("greeting-" + room);
        state(3, "assigned", 1);
        awaitVersion(3);
        state(2, "open", 0);
        say("guest", "Is anybody there?");
        drain();

        assertThat(said()).hasSize(1);
    }

    @Test
    void everyMessageCarriesTheFenceTheBotKnows() {
        created();
        awaitSaid("greeting-" + room);
        state(5, "open", 4);
        awaitVersion(5);
        say("guest", "Hello again");

        assertThat(awaitSaid("answer-" + room).path("fence").asInt()).isEqualTo(4);
    }

    @Test
    void aMessageThatComesBeforeItsRoomIsAnsweredAllTheSame() {
        var before = ROOMS.asked();
        ROOMS.knows("""
                {"id": "%s", "version": 1, "kind": "guest", "status": "open", "guest": {"name": "Ada"}, "fence": 0}
                """.formatted(room));
        say("guest", "Ich möchte mit einem Menschen sprechen");

        assertThat(awaitSaid("answer-" + room).path("text").asString()).startsWith("Gern");
        assertThat(ROOMS.asked()).isEqualTo(before + 1);
    }

    @Test
    void roomsWithoutAGuestAreNoneOfItsBusiness() {
        publish("room.created", "room.created.v1", state("direct", 1, "", 0));
        say("account", "Lunch?");
        drain();

        assertThat(said()).isEmpty();
    }

    private void created() {
        publish("room.created", "room.created.v1", state("guest", 1, "open", 0));
        awaitVersion(1);
        registered();
    }

    private void registered() {
        publish("guest.registered", "guest.registered.v1", Map.of("guest", "g_1", "name", "Ada", "room", room));
    }

    private void state(int version, String status, int fence) {
        publish("room.state", "room.state.v1", state("guest", version, status, fence));
    }

    private Map<String, Object> state(String kind, int version, String status, int fence) {
        var guest = Map.of("id", "g_1", "name", "Ada");
        return "guest".equals(kind)
                ? Map.of("id", room, "version", version, "kind", kind, "status", status, "guest", guest, "fence", fence)
                : Map.of("id", room, "version", version, "kind", kind, "fence", fence);
    }

    private void say(String kind, String text) {
        publish("message.sent", "message.sent.v1", Map.of("room", room, "author", Map.of("kind", kind), "text", text));
    }

    private void publish(String topic, String type, Object body) {
        topics.publish(Event.of(topic, room, type, body));
    }

    /// Waits until everything published before has been handled: a marker in the same partition was answered.
    private void drain() {
        var marker = Ids.random("r_");
        ROOMS.knows("");
        var before = ROOMS.asked();
        topics.publish(Event.of(
                "message.sent",
                room,
                "message.sent.v1",
                Map.of("room", marker, "author", Map.of("kind", "guest"), "text", "marker")));
        await().until(() -> ROOMS.asked() > before);
    }

    private void awaitVersion(int version) {
        await().until(() -> version
                == Objects.requireNonNull(database.sql("select coalesce(max(version), 0) as v from room where id = $1")
                        .bind(0, room)
                        .map(row -> Objects.requireNonNull(row.get("v", Long.class)))
                        .one()
                        .block()));
    }

    private JsonNode awaitSaid(String id) {
        return topics.await(
                        "message.send",
                        found -> found.body().path("id").asString().equals(id))
                .body();
    }

    private List<JsonNode> said() {
        return topics.read("message.send").stream()
                .filter(found -> found.key().equals(room))
                .map(TestTopics.Published::body)
                .toList();
    }
}
