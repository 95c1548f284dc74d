package chat.parlor.message.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.message.Neighbours;
import chat.parlor.message.RoomService;
import chat.parlor.message.World;
import chat.parlor.message.files.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is left of a room whose guest is erased: nothing that says anything.
@ServiceIT({"spring.config.name=message-service", "parlor.message.attachments.quota.least-free=1MB"})
@Import({World.class, Neighbours.class})
class ErasedRoomsIT {

    private static final RoomService ROOMS = new RoomService();
    private static final String SECRET = "4000 1234 5678 9010";

    @TempDir
    static Path folder = Path.of("");

    private final World world;
    private final TestTopics topics;
    private final TestTokens tokens;
    private final DatabaseClient database;
    private final Sweep sweep;
    private final Mailer mailer;
    private final String room = World.newRoom();
    private final String guest = "g_" + room.substring(2);
    private final Map<String, Object> grace = World.who(guest, "guest", "Grace Hopper");

    ErasedRoomsIT(
            @Autowired World world,
            @Autowired TestTopics topics,
            @Autowired TestTokens tokens,
            @Autowired DatabaseClient database,
            @Autowired Sweep sweep,
            @LocalServerPort int port) {
        this.world = world;
        this.topics = topics;
        this.tokens = tokens;
        this.database = database;
        this.sweep = sweep;
        this.mailer = new Mailer(port);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
        registry.add("parlor.message.attachments.folder", () -> folder.resolve("files"));
    }

    @BeforeEach
    void aConversation() {
        ROOMS.knows(room, state());
        world.announceRoom(room, state());
        var file = upload();
        world.publish(
                World.send(room, grace, "m1", SECRET, "attachments", List.of(Map.of("id", file))),
                World.send(room, grace, "m2", "wrong " + SECRET),
                World.command("message.edit.v1", room, grace, "e1", Map.of("seq", 1, "text", "My card: " + SECRET)),
                World.command("reaction.toggle.v1", room, grace, "t1", Map.of("seq", 2, "emoji", "👍")),
                World.command("message.delete.v1", room, grace, "d1", Map.of("seq", 2)),
                World.send(room, World.SYSTEM, "n1", "last"));
        upload();
        world.awaitEntry(room, "d1");
    }

    @Test
    void everythingThatIsKeptIsGivenOutAsItWasWritten() {
        var entries = lines("/internal/rooms/" + room + "/originals");
        var files = lines("/internal/rooms/" + room + "/files");

        assertThat(entries.stream().map(entry -> entry.path("seq").asLong())).startsWith(1L, 2L, 3L, 4L, 5L);
        assertThat(entries.get(1).path("text").asString()).isEqualTo("wrong " + SECRET);
        assertThat(entries.get(2).path("type").asString()).isEqualTo("message.edited");
        assertThat(files)
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.path("uploader").asString()).isEqualTo(guest));
        var content =
                mailer.get("/internal/files/" + files.getFirst().path("id").asString(), tokens.service());
        content.expectStatus().isOk().expectBody(byte[].class).isEqualTo(Documents.PDF);
        mailer.get("/internal/rooms/" + room + "/originals", tokens.guest(guest, "Grace"))
                .expectStatus()
                .isNotFound();
        mailer.get("/internal/files/none", tokens.service()).expectStatus().isNotFound();
    }

    @Test
    void nothingIsLeftOfAnErasedRoom() {
        assertThat(tablesThatHold(SECRET)).isNotEmpty();

        var erased = erase("x_1").getFirst();

        Contracts.validate("message", "timelines.erased.v1", erased.raw());
        assertThat(erased.body().path("entries").asLong()).isGreaterThanOrEqualTo(5);
        assertThat(erased.body().path("files").asLong()).isEqualTo(2);
        assertThat(erased.body().path("bytes").asLong()).isEqualTo(2L * Documents.PDF.length);
        for (var trace : List.of(SECRET, "Grace Hopper", guest, "statement.pdf")) {
            assertThat(tablesThatHold(trace)).as(trace).isEmpty();
        }
        assertThat(lines("/internal/rooms/" + room + "/originals")).isEmpty();
        assertThat(lines("/internal/rooms/" + room + "/files")).isEmpty();
        mailer.get("/api/v1/rooms/" + room + "/timeline", tokens.guest(guest, "Grace"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void nothingIsLeftOfARoomThatIsOldEnough() {
        ROOMS.forgets(room);

        topics.publish(Event.of(
                "guest.erasure",
                room,
                "rooms.expired.v1",
                Map.of("rooms", List.of(Map.of("id", room, "version", 9), Map.of("id", room + "b", "version", 2)))));

        Awaitility.await()
                .atMost(Patience.LIMIT)
                .until(() -> tablesThatHold(guest).isEmpty());
        assertThat(lines("/internal/rooms/" + room + "/originals")).isEmpty();
        assertThat(lines("/internal/rooms/" + room + "/files")).isEmpty();
    }

    @Test
    void filesOfWhatWasDeletedStayUnderALegalHold() {
        world.announceRoom(room, state().replace("\"version\":1", "\"version\":2,\"held\":[\"room\"]"));
        world.publish(World.command("message.delete.v1", room, grace, "d2", Map.of("seq", 1)));
        world.awaitEntry(room, "d2");
        Awaitility.await().atMost(Patience.LIMIT).until(() -> isHeldHere());

        sweep.sweep(Duration.ZERO).block();

        assertThat(lines("/internal/rooms/" + room + "/files")).hasSize(1);
        world.announceRoom(room, state().replace("\"version\":1", "\"version\":3"));
        Awaitility.await().atMost(Patience.LIMIT).until(() -> !isHeldHere());
        sweep.sweep(Duration.ZERO).block();
        assertThat(lines("/internal/rooms/" + room + "/files")).isEmpty();
        erase("x_4");
    }

    @Test
    void newsThatComesAgainErasesWhatIsLeftAndSaysTheSame() {
        var first = erase("x_2").getFirst();

        publishErased("x_2");

        var both = awaitErased("x_2", 2);
        assertThat(both.getLast().headers()).containsEntry("id", first.headers().get("id"));
        for (var count : List.of("entries", "files", "bytes")) {
            assertThat(both.getLast().body().path(count)).isEqualTo(first.body().path(count));
        }
    }

    @Test
    void nobodyWritesIntoAnErasedRoom() {
        erase("x_3");
        var late = state();

        world.announceRoom(room, late);
        world.publish(
                World.send(room, grace, "late1", "still here"),
                World.send(room, World.BOT, "late2", "hello", "fence", 1),
                World.send(room, World.SYSTEM, "late3", "hello"));

        var refused = world.await("message.refused", room, 3);
        assertThat(refused.stream().map(each -> each.body().path("id").asString()))
                .contains("late1", "late2", "late3");
        assertThat(tablesThatHold("still here")).isEmpty();
        assertThatThrownBy(() -> database.sql("update timelines set seq = 7 where room = $1")
                        .bind(0, room)
                        .then()
                        .block())
                .as("what was decided before the room was erased")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private boolean isHeldHere() {
        return Objects.requireNonNull(
                database.sql("select state->'held'->>0 is not null as held from rooms where room = $1")
                        .bind(0, room)
                        .map(row -> Objects.requireNonNull(row.get("held", Boolean.class)))
                        .one()
                        .block());
    }

    private String state() {
        return World.guestRoom(room, 1, "open", "", 1).replace("g_grace", guest);
    }

    private String upload() {
        var answer = mailer.post(
                "/api/v1/rooms/" + room + "/attachments",
                tokens.guest(guest, "Grace Hopper"),
                "statement.pdf",
                Documents.PDF);
        answer.expectStatus().isCreated();
        return mailer.body(answer).path("id").asString();
    }

    private List<Published> erase(String erasure) {
        ROOMS.forgets(room);
        publishErased(erasure);
        return awaitErased(erasure, 1);
    }

    private void publishErased(String erasure) {
        topics.publish(Event.of(
                "guest.erasure",
                guest,
                "rooms.erased.v1",
                Map.of(
                        "erasure",
                        erasure,
                        "guest",
                        guest,
                        "rooms",
                        List.of(Map.of("id", room, "version", 9), Map.of("id", room + "b", "version", 2)))));
    }

    private List<Published> awaitErased(String erasure, int count) {
        return world.await("guest.erasure", guest, count + count).stream()
                .filter(each -> each.type().equals("timelines.erased.v1"))
                .filter(each -> each.body().path("erasure").asString().equals(erasure))
                .toList();
    }

    private List<JsonNode> lines(String path) {
        var bytes = mailer.get(path, tokens.service())
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return text.lines().map(JsonMapper.shared()::readTree).toList();
    }

    /// The tables of the schema a row of which has `text` in it.
    private List<String> tablesThatHold(String text) {
        var found = new ArrayList<String>();
        for (var table : tables()) {
            var rows = database.sql("select count(*) as rows from " + table + " t where strpos(t::text, $1) > 0")
                    .bind(0, text)
                    .map(row -> Objects.requireNonNull(row.get("rows", Long.class)))
                    .one()
                    .block();
            if (Objects.requireNonNull(rows) > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> tables() {
        return Objects.requireNonNull(
                database.sql("select tablename from pg_tables where schemaname = current_schema()")
                        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                        .all()
                        .collectList()
                        .block());
    }
}
