package chat.parlor.message.search;

import static chat.parlor.message.World.ADA;
import static chat.parlor.message.World.BEN;
import static chat.parlor.message.World.GRACE;
import static chat.parlor.message.World.SYSTEM;
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
import chat.parlor.message.Neighbours;
import chat.parlor.message.RoomService;
import chat.parlor.message.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=message-service", "parlor.message.search.enough=10s"})
@Import({World.class, Neighbours.class})
class SearchIT {

    private static final RoomService ROOMS = new RoomService();

    /// More than two blocks of the index.
    private static final int MANY = 20_000;

    /// More than the widest look takes in.
    private static final int BLOCKS = 1_300;

    private static final String FILL = """
            with filled as (
                insert into entries (room, seq, type, client_id, author, author_kind, author_name, at, ordinal, text)
                select $1, n, 'message.sent', 'm' || n, 'a_ada', 'account', 'Ada', now(), n,
                    'often' || case when n % 4000 = 7 then ' seldom' else '' end
                from generate_series(1, $2) n
            )
            insert into timelines (room, seq, messages) values ($1, $2, $2)
            """;

    private final World world;
    private final TestTokens tokens;
    private final DatabaseClient database;
    private final WebTestClient http;
    private final String room = newRoom();
    /// A word no other test knows.
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    SearchIT(
            @Autowired World world,
            @Autowired TestTokens tokens,
            @Autowired DatabaseClient database,
            @LocalServerPort int port) {
        this.world = world;
        this.tokens = tokens;
        this.database = database;
        this.http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
    }

    @Test
    void messagesAreFoundByWhatTheySayNow() {
        talk(
                send(room, ADA, "1", word + " first"),
                send(room, BEN, "2", word + " second"),
                send(room, ADA, "3", word + " third"),
                command("message.edit.v1", room, ADA, "4", Map.of("seq", 1, "text", word + " edited")),
                command("message.delete.v1", room, BEN, "5", Map.of("seq", 2)),
                command("reaction.toggle.v1", room, BEN, "6", Map.of("seq", 3, "emoji", "👍")),
                command("notice.post.v1", room, SYSTEM, "7", Map.of("notice", "renamed")));

        assertThat(seqs(in(room, "?q=" + word))).containsExactly(3L, 1L);
        assertThat(seqs(in(room, "?q=" + word + " edited"))).containsExactly(1L);
        assertThat(seqs(in(room, "?q=" + word + " first"))).isEmpty();
        assertThat(seqs(in(room, "?q=renamed"))).isEmpty();
        assertThat(in(room, "?q=" + word + " edited").toString())
                .contains("\"pieces\":[{\"text\":\"%s\",\"hit\":true},{\"text\":\" \"}".formatted(word))
                .contains("\"editedAt\"")
                .doesNotContain("second");
    }

    @ParameterizedTest
    @CsvSource({
        "Die Lieferung nach München ist verspätet, munchen",
        "Die Lieferung nach München ist verspätet, 'VERSPÄTET lief'",
        "مُحَمَّد يسأل عن الكتاب, محمد",
        "مُحَمَّد يسأل عن الكتاب, الكت",
        "ዋጋው ስንት ነው, ስንት",
        "Ask ada@example.org about A-17/b, ada@example.org",
        "Ask ada@example.org about A-17/b, '\"about A-17\"'"
    })
    void wordsOfAnyLanguageAreFound(String text, String typed) {
        talk(send(room, ADA, "1", text), send(room, ADA, "2", "something else about 17 b"));

        assertThat(seqs(in(room, typed))).containsExactly(1L);
    }

    @Test
    void authorKindAndTimeNarrowIt() {
        talk(send(room, ADA, "1", word + " one"), send(room, BEN, "2", word + " two"));

        assertThat(seqs(in(room, "?author=a_ben"))).containsExactly(2L);
        assertThat(seqs(in(room, "?q=" + word + "&author=a_ada"))).containsExactly(1L);
        assertThat(seqs(in(room, "?kind=text"))).containsExactly(2L, 1L);
        assertThat(seqs(in(room, "?kind=image"))).isEmpty();
        assertThat(seqs(in(room, "?from=2026-03-02T10:15:30.123Z&to=2026-03-02T10:15:30.124Z")))
                .hasSize(2);
        assertThat(seqs(in(room, "?q=" + word + "&to=2026-03-02T10:15:30.123Z")))
                .isEmpty();
        assertThat(seqs(in(room, "?q=" + word + "&from=2026-03-02T10:15:30.124Z")))
                .isEmpty();
    }

    @Test
    void onlyWhatTheAskerMayReadNowIsFound() {
        var guests = newRoom();
        ROOMS.knows(guests, guestRoom(guests, 1, "open", "", 0));
        talk(send(room, ADA, "1", word));
        world.publish(send(guests, GRACE, "1", word));
        world.awaitEntry(guests, "1");
        var ada = tokens.account("a_ada", "Ada", "agent");
        var otto = tokens.account("a_otto", "Otto", "supervisor");

        assertThat(rooms(ok("/api/v1/search?q=" + word, ada))).containsExactlyInAnyOrder(room, guests);
        assertThat(rooms(ok("/api/v1/search?q=" + word, otto))).containsExactly(guests);
        assertThat(problem(
                        get("/api/v1/rooms/" + room + "/search?q=" + word, otto).isForbidden()))
                .isEqualTo("not-a-member");

        var left = group(room, 2).replace("a_ada", "a_other");
        ROOMS.knows(room, left);
        world.announceRoom(room, left);

        await().untilAsserted(() ->
                assertThat(rooms(ok("/api/v1/search?q=" + word, ada))).containsExactly(guests));
    }

    @Test
    void guestsSearchTheirOwnRoomAndNoOther() {
        ROOMS.knows(room, guestRoom(room, 1, "open", "", 0));
        world.publish(send(room, GRACE, "1", word));
        world.awaitEntry(room, "1");
        var path = "/api/v1/rooms/" + room + "/search?q=" + word;

        assertThat(seqs(ok(path, tokens.guest("g_grace", "Grace")))).containsExactly(1L);
        assertThat(problem(get(path, tokens.guest("g_other", "Other")).isForbidden()))
                .isEqualTo("not-a-member");
        assertThat(problem(get("/api/v1/search?q=" + word, tokens.guest("g_grace", "Grace"))
                        .isForbidden()))
                .isEqualTo("not-allowed");
        http.get().uri("/api/v1/search?q=x").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void pagesFollowEachOtherOverManyBlocks() {
        ROOMS.knows(room, group(room, 1));
        world.announceRoom(room, group(room, 1));
        database.sql(FILL).bind(0, room).bind(1, MANY).then().block();

        var often = new ArrayList<Long>();
        var next = "";
        for (int page = 0; page < 3; page++) {
            var found = in(room, "?q=ofte&limit=100" + next);
            often.addAll(seqs(found));
            next = "&cursor=" + found.path("next").asString();
        }

        assertThat(often).startsWith(20_000L, 19_999L).hasSize(300).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(new HashSet<>(often)).hasSize(300);
        assertThat(seqs(in(room, "?q=seldom"))).containsExactly(16_007L, 12_007L, 8_007L, 4_007L, 7L);
        assertThat(in(room, "?q=seldom").has("next")).isFalse();
        assertThat(seqs(in(room, "?q=often never"))).isEmpty();
    }

    @Test
    void aWordIsFoundHoweverManyMessagesCameAfterIt() {
        talk(send(room, ADA, "1", word + " before"));
        run("select setval('findable_place_seq', nextval('findable_place_seq') + " + BLOCKS + " * 8192)");
        world.publish(send(room, ADA, "2", word + " after"));
        world.awaitEntry(room, "2");
        var ada = tokens.account("a_ada", "Ada", "agent");

        assertThat(seqs(in(room, "?q=" + word))).containsExactly(2L, 1L);
        assertThat(seqs(in(room, "?q=" + word + " befo"))).containsExactly(1L);
        assertThat(seqs(ok("/api/v1/search?q=" + word + "&author=a_ada&kind=text", ada)))
                .containsExactly(2L, 1L);
        assertThat(seqs(ok("/api/v1/search?q=" + word + "&kind=file", ada))).isEmpty();
    }

    @Test
    void aRebuildFindsWhatItMends() {
        talk(
                send(room, ADA, "1", word),
                command("message.edit.v1", room, ADA, "2", Map.of("seq", 1, "text", word + " edited")));
        run("update folds set text = '', deleted_at = now() where room = '" + room + "'");
        assertThat(seqs(in(room, "?q=" + word))).isEmpty();

        http.post()
                .uri("/internal/folds/rebuild")
                .headers(headers -> headers.setBearerAuth(tokens.service()))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(seqs(in(room, "?q=" + word + " edited"))).containsExactly(1L);
    }

    @Test
    void textsThatAreHardToIndexAreStored() {
        talk(
                send(room, ADA, "1", "ﷲ".repeat(480)),
                send(room, ADA, "2", "x".repeat(10_000)),
                send(room, ADA, "3", "' \\ & | ! ( ) <-> :* " + word));

        assertThat(seqs(in(room, "?q=" + word))).containsExactly(3L);
        assertThat(seqs(in(room, "?q=" + "x".repeat(200)))).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=", "?q=-- '", "?q=a&limit=0", "?q=a&limit=101", "?q=a&cursor=!", "?kind=x", "?from=1"})
    void aQuestionThatCannotBeUnderstoodIsRefused(String query) {
        ROOMS.knows(room, group(room, 1));

        assertThat(problem(get("/api/v1/rooms/" + room + "/search" + query, tokens.account("a_ada", "Ada", "agent"))
                        .isEqualTo(422)))
                .isEqualTo("invalid");
    }

    @Test
    void aQuestionHasALongestLengthAndAMostWords() {
        ROOMS.knows(room, group(room, 1));
        var ada = tokens.account("a_ada", "Ada", "agent");
        var path = "/api/v1/rooms/" + room + "/search?q=";

        get(path + "x".repeat(200), ada).isOk();
        get(path + "x".repeat(201), ada).isEqualTo(422);
        get(path + "㌌".repeat(125), ada).isOk();
        get(path + "㌌".repeat(126), ada).isEqualTo(422);
        get(path + "a ".repeat(12), ada).isOk();
        get(path + "a ".repeat(13), ada).isEqualTo(422);
    }

    private void talk(Event... events) {
        ROOMS.knows(room, group(room, 1));
        world.publish(events);
        world.await("message.sent", room, events.length);
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    /// Ada searches a room; `query` is a query string, or what she types.
    private JsonNode in(String searched, String query) {
        var ada = tokens.account("a_ada", "Ada", "agent");
        var path = "/api/v1/rooms/" + searched + "/search";
        return query.startsWith("?")
                ? ok(path + query, ada)
                : body(get(path + "?q={q}", ada, query).isOk());
    }

    private JsonNode ok(String uri, String token) {
        return body(get(uri, token).isOk());
    }

    private StatusAssertions get(String uri, String token, Object... values) {
        return http.get()
                .uri(uri, values)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus();
    }

    private static JsonNode body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private static String problem(WebTestClient.ResponseSpec response) {
        return body(response).get("code").asString();
    }

    private static List<Long> seqs(JsonNode found) {
        return StreamSupport.stream(found.get("items").spliterator(), false)
                .map(hit -> hit.get("seq").asLong())
                .toList();
    }

    private static List<String> rooms(JsonNode found) {
        return StreamSupport.stream(found.get("items").spliterator(), false)
                .map(hit -> hit.get("room").asString())
                .toList();
    }
}
