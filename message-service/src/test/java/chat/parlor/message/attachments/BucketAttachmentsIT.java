package chat.parlor.message.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.message.Neighbours;
import chat.parlor.message.RoomService;
import chat.parlor.message.World;
import chat.parlor.message.files.Documents;
import chat.parlor.message.images.Samples;
import chat.parlor.message.storage.S3Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Files that are kept in a bucket, from their upload to their end, and while the bucket is away.
@ServiceIT({
    "spring.config.name=message-service",
    "parlor.message.attachments.quota.least-free=1MB",
    "parlor.message.attachments.storage.kind=s3",
    "parlor.message.attachments.storage.bucket=" + S3Store.BUCKET,
    "parlor.message.attachments.storage.prefix=parlor/",
    "parlor.message.attachments.storage.access-key=" + S3Store.ACCESS,
    "parlor.message.attachments.storage.secret-key=" + S3Store.SECRET,
    "parlor.message.attachments.storage.retries=0"
})
@Import({World.class, Neighbours.class})
class BucketAttachmentsIT {

    private static final RoomService ROOMS = new RoomService();
    private static final S3Store STORE = new S3Store();
    private static final byte[] LARGE = Documents.padded(Documents.PDF, 2_000_000);

    @TempDir
    static Path folder = Path.of("");

    private final World world;
    private final Sweep sweep;
    private final FilesOfRooms files;
    private final String ada;
    private final Mailer mailer;
    private final String room = World.newRoom();

    BucketAttachmentsIT(
            @Autowired World world,
            @Autowired Sweep sweep,
            @Autowired FilesOfRooms files,
            @Autowired TestTokens tokens,
            @LocalServerPort int port) {
        this.world = world;
        this.sweep = sweep;
        this.files = files;
        this.mailer = new Mailer(port);
        this.ada = tokens.account("a_ada", "Ada", "agent");
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
        registry.add("parlor.message.attachments.folder", () -> folder.resolve("files"));
        registry.add("parlor.message.attachments.storage.endpoint", STORE::url);
    }

    @AfterAll
    static void noStore() {
        STORE.goAway();
    }

    @BeforeEach
    void aRoom() {
        ROOMS.knows(room, World.group(room, 1));
    }

    @Test
    void aFileGoesIntoTheBucketAndComesBackWholeOrInPart() throws IOException {
        var file = sent(taken("a.pdf", LARGE));

        assertThat(bytes(mailer.get(url(file), ada))).isEqualTo(LARGE);
        var part = mailer.getRange(url(file), ada, "bytes=1000-500999");
        part.expectStatus().isEqualTo(HttpStatus.PARTIAL_CONTENT);
        part.expectHeader().valueEquals(HttpHeaders.CONTENT_RANGE, "bytes 1000-500999/2000000");
        assertThat(bytes(part)).isEqualTo(Arrays.copyOfRange(LARGE, 1000, 501_000));
        mailer.getRange(url(file), ada, "bytes=2000000-")
                .expectStatus()
                .isEqualTo(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        mailer.getAgain(url(file), ada, "\"" + file + "\"").expectStatus().isNotModified();
        assertThat(objectsOf(file)).hasSize(1);
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void aPicturesSmallCopyLiesBesideItAndGoesWithIt() {
        var image = sent(taken("a.jpg", Samples.jpeg(900, 900, 1)));

        assertThat(bytes(mailer.get(url(image) + "/thumbnail", ada))).isNotEmpty();
        assertThat(objectsOf(image)).hasSize(2);
        files.erase(room, (of, count, size) -> Mono.empty()).block();

        assertThat(objectsOf(image)).isEmpty();
        mailer.get(url(image), ada).expectStatus().isNotFound();
    }

    @Test
    void whileTheBucketIsAwayNothingIsPromisedAndNothingIsLost() {
        var kept = sent(taken("a.pdf", LARGE));
        var unused = taken("b.pdf", LARGE);

        STORE.goAway();
        var upload = mailer.post(path(), ada, "c.pdf", LARGE);
        var download = mailer.get(url(kept), ada);
        sweep.sweep(Duration.ZERO).as(StepVerifier::create).verifyError();
        STORE.comeBack();

        for (var refused : List.of(upload, download)) {
            refused.expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            refused.expectHeader().exists(HttpHeaders.RETRY_AFTER);
            assertThat(mailer.code(refused)).isEqualTo("storage-unavailable");
        }
        assertThat(bytes(mailer.get(url(kept), ada))).isEqualTo(LARGE);
        assertThat(objectsOf(unused)).hasSize(1);
        sweep.sweep(Duration.ZERO).block();
        assertThat(objectsOf(unused)).isEmpty();
        assertThat(bytes(mailer.get(url(kept), ada))).isEqualTo(LARGE);
        assertThat(files.of(room).collectList().block()).hasSize(1);
    }

    private String taken(String name, byte[] content) {
        var answer = mailer.post(path(), ada, name, content);
        answer.expectStatus().isCreated();
        return mailer.body(answer).get("id").asString();
    }

    private String sent(String file) {
        world.publish(World.send(room, World.ADA, file, "", "attachments", List.of(file)));
        world.awaitEntry(room, file);
        return file;
    }

    private String path() {
        return "/api/v1/rooms/" + room + "/attachments";
    }

    private String url(String file) {
        return path() + "/" + file;
    }

    private static byte[] bytes(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(byte[].class).returnResult().getResponseBody());
    }

    private static List<String> objectsOf(String file) {
        return STORE.names().stream()
                .filter(name -> name.startsWith("parlor/") && name.contains(file))
                .toList();
    }

    private static List<Path> onDisk() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
