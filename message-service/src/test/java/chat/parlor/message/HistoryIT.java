package chat.parlor.message;

import static chat.parlor.message.World.ADA;
import static chat.parlor.message.World.BEN;
import static chat.parlor.message.World.command;
import static chat.parlor.message.World.group;
import static chat.parlor.message.World.guestRoom;
import static chat.parlor.message.World.newRoom;
import static chat.parlor.message.World.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=message-service", "parlor.message.history.longest-resume=100"})
@Import({World.class, Neighbours.class})
class HistoryIT {

    private static final RoomService ROOMS = new RoomService();

    private final World world;
    private final TestTokens tokens;
    private final WebTestClient http;
    private final String room = newRoom();

    HistoryIT(@Autowired World world, @Autowired TestTokens tokens, @LocalServerPort int port) {
        this.world = world;
        this.tokens = tokens;
        this.http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
    }

    @Test
    void aPageIsReadFromEitherSide() {
        wrote(120);

        assertThat(seqs(page(""))).containsExactlyElementsOf(range(71, 120));
        assertThat(seqs(page("?after=0&limit=100"))).containsExactlyElementsOf(range(1, 100));
        assertThat(seqs(page("?after=100&limit=100"))).containsExactlyElementsOf(range(101, 120));
        assertThat(seqs(page("?before=71&limit=20"))).containsExactlyElementsOf(range(51, 70));
        assertThat(seqs(page("?before=3"))).containsExactlyElementsOf(range(1, 2));
        assertThat(seqs(page("?after=120"))).isEmpty();
        assertThat(page("?limit=1").get("head").asLong()).isEqualTo(120);
    }

    @Test
    void aPageShowsMessagesAsTheyAreNow() {
        ROOMS.knows(room, group(room, 1));
        world.publish(
                send(room, ADA, "1", "first", "mentions", List.of("a_ben")),
                send(room, ADA, "2", "secret", "mentions", List.of("a_ben")),
                command("message.edit.v1", room, ADA, "3", Map.of("seq", 1, "text", "better")),
                command("message.edit.v1", room, ADA, "4", Map.of("seq", 2, "text", "more secret")),
                command("reaction.toggle.v1", room, BEN, "5", Map.of("seq", 1, "emoji", "👍")),
                command("message.delete.v1", room, ADA, "6", Map.of("seq", 2)));
        world.await("message.sent", room, 6);

        var entries = page("").get("entries");

        assertThat(entries.get(0).get("type").asString()).isEqualTo("message.sent");
        assertThat(entries.get(0).get("text").asString()).isEqualTo("better");
        assertThat(entries.get(0).has("editedAt")).isTrue();
        assertThat(entries.get(0).has("deletedAt")).isFalse();
        assertThat(entries.get(0).get("reactions").get(0).get("members").get(0).asString())
                .isEqualTo("a_ben");
        assertThat(entries.get(0).get("mentions").get(0).asString()).isEqualTo("a_ben");
        assertThat(entries.get(1).has("mentions")).isFalse();
        assertThat(entries.get(1).get("text").asString()).isEmpty();
        assertThat(entries.get(1).has("deletedAt")).isTrue();
        assertThat(entries.toString()).doesNotContain("secret");
    }

    @Test
    void whoMayNotReadIsToldTheSameAsIfThereWereNoRoom() {
        wrote(1);
        var outsider = tokens.account("a_otto", "Otto", "administrator");
        var hidden = get("/api/v1/rooms/" + room + "/timeline", outsider);
        var missing = get("/api/v1/rooms/" + newRoom() + "/timeline", outsider);

        assertThat(problem(hidden)).isEqualTo(problem(missing));
        assertThat(problem(get("/api/v1/rooms/ /timeline", outsider))).isEqualTo("not-a-member");
    }

    @Test
    void agentsReadGuestRoomsAndGuestsOnlyTheirOwn() {
        ROOMS.knows(room, guestRoom(room, 1, "open", "", 0));
        var path = "/api/v1/rooms/" + room + "/timeline";

        get(path, tokens.guest("g_grace", "Grace")).isOk();
        get(path, tokens.account("a_ada", "Ada", "agent")).isOk();
        get(path, tokens.guest("g_other", "Other")).isForbidden();
        http.get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?after=-1", "?after=1&before=2", "?after=9007199254740992"})
    void aPageThatCannotBeIsRefused(String query) {
        get("/api/v1/rooms/" + room + "/timeline" + query, tokens.account("a_ada", "Ada", "agent"))
                .isBadRequest();
    }

    @Test
    void aShortAbsenceIsResumedWithoutAGap() {
        wrote(120);

        var resumed = entries("?epoch=1&after=20");

        assertThat(resumed.get("result").asString()).isEqualTo("resumed");
        assertThat(seqs(resumed)).containsExactlyElementsOf(range(21, 120));
        assertThat(entries("?epoch=1&after=120").get("result").asString()).isEqualTo("resumed");
        assertThat(entries("?after=119").get("result").asString()).isEqualTo("resumed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?epoch=1&after=19", "?epoch=2&after=119", "?epoch=1&after=121", "?epoch=1&after=-1"})
    void aLongAbsenceOrAForeignPositionIsAnsweredWithASnapshot(String position) {
        wrote(120);

        var snapshot = entries(position);

        assertThat(snapshot.get("result").asString()).isEqualTo("snapshot");
        assertThat(seqs(snapshot)).containsExactlyElementsOf(range(71, 120));
    }

    @Test
    void theAnswerSaysWhoHasReadHowFar() {
        wrote(3);

        await().untilAsserted(() -> assertThat(entries("").get("reads")).anySatisfy(reader -> {
            assertThat(reader.get("seq").asLong()).isEqualTo(3);
            assertThat(reader.get("ordinal").asLong()).isEqualTo(3);
        }));
    }

    @Test
    void aRoomWithoutEntriesIsAnEmptyTimeline() {
        assertThat(entries("").toString()).isEqualTo("""
                {"epoch":1,"head":0,"result":"snapshot","entries":[],"reads":[]}""");
        assertThat(entries("?epoch=1&after=0").get("result").asString()).isEqualTo("resumed");
    }

    @Test
    void entriesAreForServices() {
        get("/internal/rooms/" + room + "/entries", tokens.account("a_ada", "Ada", "administrator"))
                .isNotFound();
    }

    private void wrote(int messages) {
        ROOMS.knows(room, group(room, 1));
        world.publish(IntStream.rangeClosed(1, messages)
                .mapToObj(number -> send(room, ADA, "m" + number, "text " + number))
                .toArray(Event[]::new));
        world.await("message.sent", room, messages);
    }

    private JsonNode page(String query) {
        var uri = "/api/v1/rooms/" + room + "/timeline" + query;
        return body(get(uri, tokens.account("a_ada", "Ada", "agent")).isOk());
    }

    private JsonNode entries(String query) {
        return body(get("/internal/rooms/" + room + "/entries" + query, tokens.service())
                .isOk());
    }

    private static JsonNode body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private StatusAssertions get(String uri, String token) {
        return http.get()
                .uri(uri)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus();
    }

    private static String problem(StatusAssertions status) {
        return body(status.isForbidden()).get("code").asString();
    }

    private static List<Long> seqs(JsonNode answer) {
        return StreamSupport.stream(answer.get("entries").spliterator(), false)
                .map(entry -> entry.get("seq").asLong())
                .toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
