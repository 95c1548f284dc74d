package chat.parlor.ai.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Loops;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
    private final Loops loops;
    private final String room = Ids.random("r_");

    DeskIT(@Autowired TestTopics topics, @Autowired DatabaseClient database, @Autowired Loops loops) {
        this.topics = topics;
        this.database = database;
        this.loops = loops;
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

        assertThat(said()).singleElement().satisfies(greeting -> {
            assertThat(greeting.path("id").asString()).isEqualTo("greeting-" + room);
            assertThat(greeting.path("author").path("id").asString()).isEqualTo("b_parlor");
            assertThat(greeting.path("text").asString()).contains("Ada", "Talk to a human");
        });
    }

    @Test
    void aRoomWhoseGuestMayStillBeWritingIsNotGreeted() {
        announced("guest");

        assertThat(said()).isEmpty();
    }

    @Test
    void aGuestWhoComesBeforeTheRoomIsGreetedAllTheSame() {
        ROOMS.knows("""
                {"id": "%s", "version": 1, "kind": "guest", "status": "open", "guest": {"name": "Ada"}, "fence": 0}
                """.formatted(room));
        registered();

        assertThat(text("greeting-" + room)).contains("Ada");
    }

    @Test
    void onlyTheFirstMessageOfAGuestIsAnswered() {
        created();
        say("guest", "Where is my parcel?");
        say("guest", "Hello?");
        say("bot", "I am the bot");

        assertThat(said())
                .extracting(body -> body.path("id").asString())
                .containsExactly("greeting-" + room, "answer-" + room);
        said().forEach(body -> Contracts.validate("ai", "message.send.v1", body.toString()));
    }

    @Test
    void theBotIsSilentOnceAPersonWasAskedFor() {
        created();
        state(2, "queued", 0);
        say("guest", "Is anybody there?");

        assertThat(said()).hasSize(1);
    }

    @Test
    void theBotIsSilentOnceAPersonHasTheRoom() {
        created();
        state(3, "assigned", 1);
        state(2, "open", 0);
        say("guest", "Is anybody there?");

        assertThat(said()).hasSize(1);
    }

    @Test
    void everyMessageCarriesTheFenceTheBotKnows() {
        created();
        state(5, "open", 4);
        say("guest", "Hello again");

        assertThat(said()).last().satisfies(answer -> {
            assertThat(answer.path("id").asString()).isEqualTo("answer-" + room);
            assertThat(answer.path("fence").asInt()).isEqualTo(4);
        });
    }

    @Test
    void aMessageThatComesBeforeItsRoomIsAnsweredAllTheSame() {
        var before = ROOMS.asked();
        ROOMS.knows("""
                {"id": "%s", "version": 1, "kind": "guest", "status": "open", "guest": {"name": "Ada"}, "fence": 0}
                """.formatted(room));
        say("guest", "Ich möchte mit einem Menschen sprechen");

        assertThat(text("answer-" + room)).startsWith("Gern");
        assertThat(ROOMS.asked()).isEqualTo(before + 1);
    }

    @Test
    void roomsWithoutAGuestAreNoneOfItsBusiness() {
        announced("direct");
        say("account", "Lunch?");

        assertThat(said()).isEmpty();
    }

    private void created() {
        announced("guest");
        registered();
    }

    private void announced(String kind) {
        publish("rooms", "room.created", "room.created.v1", state(kind, 1, "open", 0));
    }

    private void registered() {
        var body = Map.of("guest", "g_1", "name", "Ada", "room", room);
        publish("guests", "guest.registered", "guest.registered.v1", body);
    }

    private void state(int version, String status, int fence) {
        publish("rooms", "room.state", "room.state.v1", state("guest", version, status, fence));
    }

    private Map<String, Object> state(String kind, int version, String status, int fence) {
        var guest = Map.of("id", "g_1", "name", "Ada");
        return "guest".equals(kind)
                ? Map.of("id", room, "version", version, "kind", kind, "status", status, "guest", guest, "fence", fence)
                : Map.of("id", room, "version", version, "kind", kind, "fence", fence);
    }

    private void say(String kind, String text) {
        var body = Map.of("room", room, "author", Map.of("kind", kind), "text", text);
        publish("messages", "message.sent", "message.sent.v1", body);
    }

    /// Publishes and waits until the loop of that name has done what it does about it.
    private void publish(String loop, String topic, String type, Object body) {
        loops.handle(loop, () -> topics.publish(Event.of(topic, room, type, body)));
    }

    private String text(String id) {
        return said().stream()
                .filter(body -> body.path("id").asString().equals(id))
                .map(body -> body.path("text").asString())
                .collect(Collectors.joining());
    }

    /// What the bot has said in the room, nothing being on its way any more.
    private List<JsonNode> said() {
        await().until(() -> waiting() == 0);
        return topics.read("message.send").stream()
                .filter(found -> found.key().equals(room))
                .map(TestTopics.Published::body)
                .toList();
    }

    private long waiting() {
        return Objects.requireNonNull(database.sql("select count(*) as n from outbox where key = $1")
                .bind(0, room)
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .block());
    }
}
