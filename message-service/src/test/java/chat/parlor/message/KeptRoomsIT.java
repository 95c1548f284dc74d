package chat.parlor.message;

import static chat.parlor.message.World.ADA;
import static chat.parlor.message.World.BEN;
import static chat.parlor.message.World.GRACE;
import static chat.parlor.message.World.assignedTo;
import static chat.parlor.message.World.backRoom;
import static chat.parlor.message.World.command;
import static chat.parlor.message.World.guestRoom;
import static chat.parlor.message.World.keptBy;
import static chat.parlor.message.World.newRoom;
import static chat.parlor.message.World.read;
import static chat.parlor.message.World.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.message.access.Supervisors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/// Conversations that only their keeper and supervisors may read: Ada keeps them, Mona is a supervisor, Ben an agent.
@ServiceIT("spring.config.name=message-service")
@Import({World.class, Neighbours.class})
class KeptRoomsIT {

    private static final RoomService ROOMS = new RoomService();
    private static final Map<String, Object> MONA = World.who("a_mona", "account", "Mona");

    private final World world;
    private final Supervisors supervisors;
    private final WebTestClient http;
    private final String ada;
    private final String ben;
    private final String mona;
    private final String room = newRoom();
    /// A word no other test knows.
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    KeptRoomsIT(
            @Autowired World world,
            @Autowired Supervisors supervisors,
            @Autowired TestTokens tokens,
            @LocalServerPort int port) {
        this.world = world;
        this.supervisors = supervisors;
        this.ada = tokens.account("a_ada", "Ada", "agent");
        this.ben = tokens.account("a_ben", "Ben", "agent");
        this.mona = tokens.account("a_mona", "Mona", "supervisor");
        this.http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
    }

    @BeforeEach
    void monaIsASupervisor() {
        var account = Map.of("id", "a_mona", "name", "Mona", "roles", List.of("supervisor"), "disabled", false);
        world.publish(Event.of("account.changed", "a_mona", "account.changed.v1", account));
        await().until(() ->
                Set.of("a_mona").equals(supervisors.among(Set.of("a_mona")).block()));
    }

    @Test
    void historyAndFilesAreForTheKeeperAndSupervisors() {
        kept(room);
        said(room, "1");
        var timeline = "/api/v1/rooms/" + room + "/timeline";
        var file = "/api/v1/rooms/" + room + "/attachments/f_none";

        get(timeline, ada).isOk();
        get(timeline, mona).isOk();
        assertThat(refusal(timeline, ben)).isEqualTo("not-a-member");
        get(file, ada).isNotFound();
        get(file, mona).isNotFound();
        assertThat(refusal(file, ben)).isEqualTo("not-a-member");
    }

    @Test
    void searchFindsItForTheKeeperAndSupervisors() {
        kept(room);
        said(room, "1");
        var everywhere = "/api/v1/search?q=" + word;
        var inRoom = "/api/v1/rooms/" + room + "/search?q=" + word;

        for (var reader : List.of(ada, mona)) {
            assertThat(hits(everywhere, reader)).containsExactly(room);
            assertThat(hits(inRoom, reader)).containsExactly(room);
        }
        assertThat(hits(everywhere, ben)).isEmpty();
        assertThat(refusal(inRoom, ben)).isEqualTo("not-a-member");

        announce(room, guestRoom(room, 2, "assigned", assignedTo("a_ada"), 0));

        await().untilAsserted(() -> assertThat(hits(everywhere, ben)).containsExactly(room));
        assertThat(hits(inRoom, ben)).containsExactly(room);
    }

    @Test
    void pagesAreFilledFromBehindWhatIsForOthers() {
        var open = newRoom();
        announce(open, guestRoom(open, 1, "open", "", 0));
        said(open, "1", "2", "3");
        kept(room);
        said(room, IntStream.rangeClosed(1, 150).mapToObj(String::valueOf).toArray(String[]::new));

        var first = found("/api/v1/search?limit=2&q=" + word, ben);
        var second = found(
                "/api/v1/search?limit=2&q=" + word + "&cursor="
                        + first.path("next").asString(),
                ben);

        assertThat(rooms(first)).containsExactly(open, open);
        assertThat(rooms(second)).containsExactly(open);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void whoMayNotReadItSetsNoReadMark() {
        kept(room);
        said(room, "1");

        world.publish(read(room, "a_ben", 1), read(room, "a_mona", 1), read(room, "a_ada", 1));

        assertThat(world.await("message.read", room, 2))
                .extracting(mark -> mark.body().get("member").asString())
                .containsExactlyInAnyOrder("a_mona", "a_ada");
    }

    @Test
    void notesAreWrittenByTheKeeperAndSupervisors() {
        announce(room, backRoom(room, 1, ""));
        world.publish(send(room, BEN, "before", "mine"));
        world.await("message.sent", room, 1);
        announce(room, backRoom(room, 2, keptBy("a_ada")));

        world.publish(
                send(room, BEN, "1", "let me in"),
                command("message.edit.v1", room, BEN, "2", Map.of("seq", 1, "text", "still mine")),
                command("reaction.toggle.v1", room, BEN, "3", Map.of("seq", 1, "emoji", "👍")),
                command("message.delete.v1", room, BEN, "4", Map.of("seq", 1)),
                send(room, ADA, "1", "@Ben", "mentions", List.of("a_ben")),
                send(room, ADA, "2", "@Mona", "mentions", List.of("a_mona")),
                send(room, MONA, "1", "read it"));

        assertThat(world.await("message.refused", room, 5))
                .extracting(refused -> refused.body().get("code").asString())
                .containsExactly("not-a-member", "not-a-member", "not-a-member", "not-a-member", "unknown-mention");
        assertThat(world.await("message.sent", room, 3))
                .extracting(sent -> sent.body().get("text").asString())
                .containsExactly("mine", "@Mona", "read it");
    }

    @Test
    void aSupervisorReadsAlongAndDoesNotAnswerTheGuest() {
        kept(room);
        said(room, "1");

        world.publish(send(room, MONA, "1", "me too"), send(room, ADA, "1", "here I am"));

        assertThat(world.await("message.refused", room, 1)
                        .getFirst()
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("not-allowed");
        world.awaitEntry(room, "1");
    }

    /// A conversation that Ada has and that is not for other agents.
    private void kept(String id) {
        announce(id, guestRoom(id, 1, "assigned", assignedTo("a_ada") + keptBy("a_ada"), 0));
    }

    private void announce(String id, String state) {
        ROOMS.knows(id, state);
        world.announceRoom(id, state);
    }

    private void said(String id, String... messages) {
        for (var message : messages) {
            world.publish(send(id, GRACE, message, word));
        }
        world.await("message.sent", id, messages.length);
    }

    private JsonNode found(String uri, String token) {
        return body(get(uri, token).isOk());
    }

    private List<String> hits(String uri, String token) {
        return rooms(found(uri, token));
    }

    private static List<String> rooms(JsonNode found) {
        return StreamSupport.stream(found.get("items").spliterator(), false)
                .map(hit -> hit.get("room").asString())
                .toList();
    }

    private String refusal(String uri, String token) {
        return body(get(uri, token).isForbidden()).get("code").asString();
    }

    private StatusAssertions get(String uri, String token) {
        return http.get()
                .uri(uri)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus();
    }

    private static JsonNode body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
