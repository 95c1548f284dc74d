package chat.parlor.message.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.message.Neighbours;
import chat.parlor.message.RoomService;
import chat.parlor.message.World;
import chat.parlor.message.files.Documents;
import chat.parlor.message.images.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Files from their upload to the members of their room.
@ServiceIT({
    "spring.config.name=message-service",
    "parlor.message.attachments.largest=100KB",
    "parlor.message.attachments.images.thumbnail=64",
    "parlor.message.attachments.quota.guest-files=5",
    "parlor.message.attachments.quota.guest-bytes=150KB",
    "parlor.message.attachments.quota.room=300KB",
    "parlor.message.attachments.quota.least-free=1MB"
})
@Import({World.class, Neighbours.class})
class AttachmentsIT {

    private static final RoomService ROOMS = new RoomService();
    private static final int LARGEST = 100 * 1024;

    @TempDir
    static Path folder = Path.of("");

    private final World world;
    private final Sweep sweep;
    private final String ada;
    private final String ben;
    private final String otto;
    private final Mailer mailer;
    private final String room = World.newRoom();

    AttachmentsIT(
            @Autowired World world, @Autowired Sweep sweep, @Autowired TestTokens tokens, @LocalServerPort int port) {
        this.world = world;
        this.sweep = sweep;
        this.mailer = new Mailer(port);
        this.ada = tokens.account("a_ada", "Ada", "agent");
        this.ben = tokens.account("a_ben", "Ben", "agent");
        this.otto = tokens.account("a_otto", "Otto", "administrator");
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
        registry.add("parlor.message.attachments.folder", () -> folder.resolve("files"));
    }

    @BeforeEach
    void aRoom() {
        ROOMS.knows(room, World.group(room, 1));
    }

    @Test
    void aPhotographReachesEveryMemberWithoutItsPlace() {
        var file = taken(ada, "IMG 1.jpg", Samples.jpeg(300, 100, 6));

        world.publish(World.send(room, World.ADA, "1", "", "attachments", List.of(Map.of("id", file.id()))));

        var sent = world.await("message.sent", room, 1).getFirst();
        Contracts.validate("message", sent.type(), sent.raw());
        var shown = sent.body().get("attachments").get(0);
        assertThat(shown.toString()).isEqualTo(file.json());
        assertThat(shown.get("name").asString()).isEqualTo("IMG 1.jpg");
        assertThat(shown.get("type").asString()).isEqualTo("image/jpeg");
        assertThat(shown.get("width").asInt()).isEqualTo(100);
        assertThat(shown.get("height").asInt()).isEqualTo(300);
        var got = mailer.get(file.url(), ben);
        got.expectStatus().isOk().expectHeader().contentType("image/jpeg");
        var bytes = body(got);
        assertThat(bytes).hasSize(shown.get("size").asInt());
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(Samples.SECRET);
        assertThat(body(mailer.get(file.url() + "/thumbnail", ben))).hasSizeLessThan(bytes.length);
    }

    @Test
    void whatIsServedCannotDoAnything() {
        var image = sent(taken(ada, "a.png", Samples.png(9, 9)));
        var document = sent(taken(ada, "ሰላም \"1\".pdf", Documents.PDF));

        var headers = mailer.get(image.url(), ben).returnResult(Void.class).getResponseHeaders();
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("default-src 'none'; sandbox");
        assertThat(headers.getCacheControl()).contains("private").contains("no-cache");
        assertThat(headers.getContentDisposition().getType()).isEqualTo("inline");
        var saved = mailer.get(document.url(), ben).returnResult(Void.class).getResponseHeaders();
        assertThat(saved.getContentDisposition().getType()).isEqualTo("attachment");
        assertThat(saved.getContentDisposition().getFilename()).isEqualTo("ሰላም 1.pdf");
    }

    @Test
    void aBrowserAsksAgainAndNeedNotLoadAgain() {
        var file = sent(taken(ada, "a.pdf", Documents.PDF));

        mailer.getAgain(file.url(), ben, "\"" + file.id() + "\"").expectStatus().isNotModified();
        assertThat(body(mailer.getRange(file.url(), ben, "bytes=1-3")))
                .isEqualTo(Arrays.copyOfRange(Documents.PDF, 1, 4));
        mailer.getAgain(file.url(), otto, "\"" + file.id() + "\"")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void beforeItIsSentAFileIsItsUploadersAlone() {
        var file = taken(ada, "a.pdf", Documents.PDF);

        mailer.get(file.url(), ada).expectStatus().isOk();
        mailer.get(file.url(), ben).expectStatus().isNotFound();
        world.publish(World.send(room, World.BEN, "1", "mine", "attachments", List.of(file.id())));
        assertThat(world.await("message.refused", room, 1)
                        .getFirst()
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("unknown-attachment");
    }

    @Test
    void strangersLearnNothing() {
        var file = sent(taken(ada, "a.pdf", Documents.PDF));
        var elsewhere = World.newRoom();
        ROOMS.knows(elsewhere, World.group(elsewhere, 1));

        assertThat(mailer.code(mailer.get(file.url(), otto))).isEqualTo("not-a-member");
        assertThat(mailer.code(mailer.get(file.url() + "/thumbnail", otto))).isEqualTo("not-a-member");
        assertThat(mailer.code(mailer.get(path(World.newRoom()) + "/" + file.id(), otto)))
                .isEqualTo("not-a-member");
        assertThat(mailer.code(mailer.get(path(elsewhere) + "/" + file.id(), ada)))
                .isEqualTo("unknown-attachment");
        assertThat(mailer.code(mailer.get(path(room) + "/f_none", ada))).isEqualTo("unknown-attachment");
        assertThat(mailer.code(mailer.get(path(room) + "/..%2F..%2Fsecrets", ada)))
                .isEqualTo("unknown-attachment");
        assertThat(mailer.code(mailer.post(path(room), otto, "a.pdf", Documents.PDF)))
                .isEqualTo("not-a-member");
        mailer.post(path(room), "", "a.pdf", Documents.PDF).expectStatus().isUnauthorized();
    }

    @Test
    void theBackRoomsFilesNeverReachTheGuest(@Autowired TestTokens tokens) {
        var backroom = World.newRoom();
        ROOMS.knows(room, World.guestRoom(room, 1, "assigned", World.assignedTo("a_ada"), 0));
        ROOMS.knows(backroom, """
                {"id":"%s","version":1,"kind":"backroom","name":"Grace","staff":"write","fence":0,"members":[],
                 "createdAt":"%s","updatedAt":"%s"}""".formatted(backroom, World.AT, World.AT));
        var grace = tokens.guest("g_grace", "Grace");
        var note = taken(backroom, ada, "internal.pdf", Documents.PDF);
        world.publish(World.send(backroom, World.ADA, "1", "", "attachments", List.of(note.id())));
        world.await("message.sent", backroom, 1);

        assertThat(mailer.code(mailer.get(note.url(), grace))).isEqualTo("not-a-member");
        assertThat(mailer.code(mailer.get(path(room) + "/" + note.id(), grace))).isEqualTo("unknown-attachment");
        world.publish(World.send(room, World.ADA, "2", "oops", "attachments", List.of(note.id())));
        assertThat(world.await("message.refused", room, 1)).hasSize(1);
        mailer.post(path(backroom), grace, "a.pdf", Documents.PDF)
                .expectStatus()
                .isForbidden();
        mailer.get(note.url(), ben).expectStatus().isOk();
    }

    @Test
    void whoMayNotWriteMayNotUpload() {
        ROOMS.knows(room, World.guestRoom(room, 1, "assigned", World.assignedTo("a_ada"), 0));
        assertThat(mailer.code(mailer.post(path(room), ben, "a.pdf", Documents.PDF)))
                .isEqualTo("not-allowed");
        var closed = World.newRoom();
        ROOMS.knows(closed, World.guestRoom(closed, 1, "closed", World.assignedTo("a_ada"), 0));
        var refused = mailer.post(path(closed), ada, "a.pdf", Documents.PDF);
        refused.expectStatus().isEqualTo(HttpStatus.CONFLICT);
        assertThat(mailer.code(refused)).isEqualTo("room-closed");
    }

    @Test
    void aDeletedMessageTakesItsFilesWithIt() {
        var file = sent(taken(ada, "a.png", Samples.png(200, 100)));
        world.publish(World.command("message.delete.v1", room, World.ADA, "d", Map.of("seq", 1)));
        world.await("message.sent", room, 2);

        mailer.get(file.url(), ben).expectStatus().isNotFound();
        mailer.get(file.url(), ada).expectStatus().isNotFound();
        assertThat(kept()).anyMatch(name -> name.startsWith(file.id()));
        sweep.sweep(Duration.ZERO).block();
        assertThat(kept()).noneMatch(name -> name.startsWith(file.id()));
    }

    @Test
    void whatNoMessageNamesIsSweptAndWhatOneNamesIsNot() {
        var unused = taken(ada, "a.pdf", Documents.PDF);
        var used = sent(taken(ada, "b.pdf", Documents.PDF));

        sweep.sweep().block();
        assertThat(kept()).contains(unused.id());
        sweep.sweep(Duration.ZERO).block();

        assertThat(kept()).doesNotContain(unused.id()).contains(used.id());
        mailer.get(unused.url(), ada).expectStatus().isNotFound();
        mailer.get(used.url(), ben).expectStatus().isOk();
    }

    @Test
    void theContentSaysWhatAFileIs() {
        assertThat(mailer.code(mailer.post(path(room), ada, "cat.png", Documents.HTML)))
                .isEqualTo("unsupported-file");
        var svg = mailer.post(path(room), ada, "cat.svg", Documents.SVG);
        svg.expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(mailer.code(mailer.post(path(room), ada, "a.png", Samples.pngThatSaysItIs(60_000, 60_000))))
                .isEqualTo("broken-file");
        assertThat(mailer.code(mailer.post(path(room), ada, "a.pdf", new byte[0])))
                .isEqualTo("broken-file");
        assertThat(taken(ada, "../../x.html", Samples.png(9, 9)).json()).contains("\"x.html.png\"");
        assertThat(taken(ada, "letter", Documents.docx()).json()).contains("\"letter.docx\"");
        assertThat(incoming()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aFileIsOnlySoLargeWhateverItsLengthIsSaidToBe(int more) {
        var file = Documents.padded(Documents.PDF, LARGEST + more);

        var answer = mailer.post(path(room), ada, "a.pdf", file);
        var chunked = mailer.postInChunks(path(room), ada, file);

        for (var each : List.of(answer, chunked)) {
            each.expectStatus().isEqualTo(more > 0 ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.CREATED);
        }
        assertThat(incoming()).isEmpty();
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        var refused = mailer.postText(path(room), ada);

        refused.expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mailer.body(refused).get("errors").get(0).get("field").asString())
                .isEqualTo("file");
    }

    @Test
    void aGuestsDayHoldsSoManyFilesAlsoWhenTheyComeAtOnce(@Autowired TestTokens tokens) {
        ROOMS.knows(room, World.guestRoom(room, 1, "open", "", 0));
        var guest = tokens.guest("g_grace", "Grace");

        var statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(each -> mailer.post(path(room), guest, "a.pdf", Documents.PDF)
                        .returnResult(Void.class)
                        .getStatus())
                .toList();

        assertThat(statuses).filteredOn(HttpStatus.CREATED::equals).hasSize(5);
        assertThat(statuses).filteredOn(HttpStatus.TOO_MANY_REQUESTS::equals).hasSize(7);
        var refused = mailer.post(path(room), guest, "a.pdf", Documents.PDF);
        refused.expectHeader()
                .value("Retry-After", wait -> assertThat(Integer.parseInt(wait)).isBetween(80_000, 86_400));
    }

    @Test
    void aRoomHoldsSoManyBytes() {
        var large = Documents.padded(Documents.PDF, LARGEST);
        for (var each = 0; each < 3; each++) {
            mailer.post(path(room), ada, "a.pdf", large).expectStatus().isCreated();
        }

        var refused = mailer.post(path(room), ada, "a.pdf", large);

        refused.expectStatus().isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
        assertThat(mailer.code(refused)).isEqualTo("storage-full");
    }

    private record Taken(String id, String url, String json) {}

    private Taken taken(String token, String name, byte[] content) {
        return taken(room, token, name, content);
    }

    private Taken taken(String into, String token, String name, byte[] content) {
        var answer = mailer.post(path(into), token, name, content);
        answer.expectStatus().isCreated();
        var json = mailer.body(answer);
        return new Taken(json.get("id").asString(), json.get("url").asString(), json.toString());
    }

    private Taken sent(Taken file) {
        world.publish(World.send(room, World.ADA, file.id(), "", "attachments", List.of(file.id())));
        world.awaitEntry(room, file.id());
        return file;
    }

    private static String path(String room) {
        return "/api/v1/rooms/" + room + "/attachments";
    }

    private static byte[] body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(byte[].class).returnResult().getResponseBody());
    }

    private static List<String> kept() {
        return names(folder.resolve("files"));
    }

    private static List<String> incoming() {
        return names(folder.resolve("files/incoming"));
    }

    private static List<String> names(Path of) {
        try (var files = Files.walk(of)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
