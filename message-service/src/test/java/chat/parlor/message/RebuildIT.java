package chat.parlor.message;

import static chat.parlor.message.World.ADA;
import static chat.parlor.message.World.BEN;
import static chat.parlor.message.World.SYSTEM;
import static chat.parlor.message.World.command;
import static chat.parlor.message.World.group;
import static chat.parlor.message.World.newRoom;
import static chat.parlor.message.World.read;
import static chat.parlor.message.World.send;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/// What is derived from the log can be made anew from it, and is what it was.
@ServiceIT("spring.config.name=message-service")
@Import({World.class, Neighbours.class})
class RebuildIT {

    private static final RoomService ROOMS = new RoomService();
    private static final String FOLDS = "select f::text as line from folds f order by room, seq";
    private static final int COMMANDS = 300;

    private final World world;
    private final TestTokens tokens;
    private final DatabaseClient database;
    private final WebTestClient http;
    private final List<String> rooms =
            IntStream.range(0, 3).mapToObj(any -> newRoom()).sorted().toList();

    RebuildIT(
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
    void foldsAreMadeAnewFromTheLogAfterTrafficAndAfterDamage() {
        rooms.forEach(room -> ROOMS.knows(room, group(room, 1)));
        talk(new Random(7));
        var live = lines(FOLDS);
        assertThat(live).hasSizeGreaterThan(20);

        assertThat(rebuilt()).endsWith("\"mended\":0}");
        assertThat(lines(FOLDS)).isEqualTo(live);

        change("update folds set text = 'never said', edited_at = now() where room = '%s'", rooms.get(0));
        change("delete from folds where room = '%s'", rooms.get(1));
        change("insert into folds values ('%s', 9999, null, null, now(), '[]')", rooms.get(2));

        assertThat(rebuilt()).doesNotContain("\"mended\":0");
        assertThat(lines(FOLDS)).isEqualTo(live);
        assertThat(rebuilt()).endsWith("\"mended\":0}");
    }

    @Test
    void theLogIsReadInPagesWithoutAGapAndWithoutWhatWasDeleted() {
        var room = rooms.getFirst();
        ROOMS.knows(room, group(room, 1));
        var events = new ArrayList<Event>();
        IntStream.rangeClosed(1, 449).forEach(number -> events.add(send(room, ADA, "m" + number, "secret " + number)));
        events.add(command("message.delete.v1", room, ADA, "d", Map.of("seq", 2)));
        events.add(read(room, "a_ben", 7));
        world.publish(events.toArray(Event[]::new));
        world.await("message.read", room, 1);

        var seqs = new ArrayList<Long>();
        var page = get("/internal/rooms/" + room + "/log?after=0");
        while (!page.get("entries").isEmpty()) {
            page.get("entries").forEach(entry -> seqs.add(entry.get("seq").asLong()));
            assertThat(page.toString()).doesNotContain("\"secret 2\"");
            page = get("/internal/rooms/" + room + "/log?after=" + seqs.getLast());
        }
        var marks = get("/internal/rooms/" + room + "/marks?after=").get("items");
        var rest = get("/internal/rooms/" + room + "/marks?after=a_ada").get("items");

        assertThat(seqs)
                .isEqualTo(IntStream.rangeClosed(1, 450)
                        .mapToObj(seq -> (long) seq)
                        .toList());
        assertThat(marks).hasSize(2);
        assertThat(marks.get(0).get("ordinal").asLong()).isEqualTo(449);
        assertThat(rest).hasSize(1);
        assertThat(rest.get(0).get("member").asString()).isEqualTo("a_ben");
        assertThat(rest.get(0).get("ordinal").asLong()).isEqualTo(7);
    }

    private void talk(Random random) {
        for (var room : rooms) {
            var events = new ArrayList<Event>();
            for (var number = 0; number < COMMANDS; number++) {
                events.add(some(random, room, number));
            }
            events.add(command("notice.post.v1", room, SYSTEM, "end", Map.of("notice", "renamed")));
            world.publish(events.toArray(Event[]::new));
        }
        rooms.forEach(room -> world.awaitEntry(room, "end"));
    }

    private static Event some(Random random, String room, int number) {
        var author = random.nextBoolean() ? ADA : BEN;
        var id = "m" + number;
        var seq = 1 + random.nextInt(number / 2 + 1);
        return switch (random.nextInt(7)) {
            case 0, 1 -> command("message.edit.v1", room, author, id, Map.of("seq", seq, "text", "edited " + number));
            case 2 -> command("message.delete.v1", room, author, id, Map.of("seq", seq));
            case 3, 4 -> command("reaction.toggle.v1", room, author, id, Map.of("seq", seq, "emoji", "👍"));
            default -> send(room, author, id, "text " + number);
        };
    }

    private String rebuilt() {
        return Objects.requireNonNull(http.post()
                .uri("/internal/folds/rebuild")
                .headers(headers -> headers.setBearerAuth(tokens.service()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode get(String uri) {
        return Objects.requireNonNull(http.get()
                .uri(uri)
                .headers(headers -> headers.setBearerAuth(tokens.service()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private List<String> lines(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get("line", String.class)))
                .all()
                .collectList()
                .block());
    }

    private void change(String sql, String room) {
        var changed = database.sql(sql.formatted(room)).fetch().rowsUpdated().block();
        assertThat(changed).isPositive();
    }
}
