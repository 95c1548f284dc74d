package chat.parlor.message;

import static chat.parlor.message.World.newRoom;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/// Members who were away for long, at the bounds that hold when nothing is configured.
@ServiceIT("spring.config.name=message-service")
@Import({World.class, Neighbours.class})
class ResumeIT {

    private static final RoomService ROOMS = new RoomService();
    private static final long HEAD = 100_001;
    private static final int LONGEST_RESUME = 1_000;
    private static final int PAGE = 100;
    /// All pages of 100,000 entries would take a minute and say no more.
    private static final int MOST_PAGES = 20;

    private final DatabaseClient database;
    private final TestTokens tokens;
    private final WebTestClient http;
    private final String room = newRoom();

    ResumeIT(@Autowired DatabaseClient database, @Autowired TestTokens tokens, @LocalServerPort int port) {
        this.database = database;
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

    @ParameterizedTest
    @ValueSource(ints = {1, LONGEST_RESUME - 1, LONGEST_RESUME})
    void everythingMissedComesInOneAnswer(int missed) {
        timeline(HEAD);

        var answer = since(1, HEAD - missed);

        assertThat(answer.get("result").asString()).isEqualTo("resumed");
        assertThat(seqs(answer)).isEqualTo(range(HEAD - missed + 1, HEAD));
    }

    @ParameterizedTest
    @ValueSource(ints = {LONGEST_RESUME + 1, 100_000})
    void whoMissedMoreGetsTheNewestPageAndPagesBackFromThereWithoutAGap(int missed) {
        timeline(HEAD);
        var position = HEAD - missed;

        var answer = since(1, position);
        var all = new ArrayList<>(seqs(answer));
        for (var page = 0; page < MOST_PAGES && all.getFirst() > position + 1; page++) {
            all.addAll(0, seqs(before(all.getFirst())));
        }

        assertThat(answer.get("result").asString()).isEqualTo("snapshot");
        assertThat(answer.get("head").asLong()).isEqualTo(HEAD);
        assertThat(all).isEqualTo(range(all.getFirst(), HEAD));
        assertThat(all.getFirst()).isLessThanOrEqualTo(Math.max(position + 1, HEAD - MOST_PAGES * PAGE));
        assertThat(seqs(before(position + 2))).endsWith(position + 1);
    }

    @Test
    void positionFromBeforeARestorationIsASnapshotOfTheNewEpoch() {
        timeline(60);
        sql("update timelines set epoch = 2, seq = 55 where room = $1");
        sql("delete from entries where room = $1 and seq > 55");

        for (var position : List.of(54L, 55L, 58L)) {
            var answer = since(1, position);

            assertThat(answer.get("result").asString()).isEqualTo("snapshot");
            assertThat(answer.get("epoch").asLong()).isEqualTo(2);
            assertThat(seqs(answer)).isEqualTo(range(6, 55));
        }
        assertThat(since(2, 54).get("result").asString()).isEqualTo("resumed");
    }

    /// Entries as the write path would have stored them, in two statements instead of so many commands.
    private void timeline(long head) {
        ROOMS.knows(room, World.group(room, 1));
        sql("insert into timelines (room, epoch, seq, messages) values ($1, 1, %1$d, %1$d)".formatted(head));
        sql("""
                insert into entries (room, seq, type, client_id, author, author_kind, author_name, at, ordinal, text)
                select $1, n, 'message.sent', 'm' || n, 'a_ada', 'account', 'Ada', now(), n, 'text ' || n
                from generate_series(1, %d) as n""".formatted(head));
    }

    private void sql(String statement) {
        database.sql(statement).bind(0, room).fetch().rowsUpdated().block();
    }

    private JsonNode since(long epoch, long after) {
        var query = "/internal/rooms/" + room + "/entries?epoch=" + epoch + "&after=" + after;
        return get(query, tokens.service());
    }

    private JsonNode before(long seq) {
        var query = "/api/v1/rooms/" + room + "/timeline?before=" + seq + "&limit=" + PAGE;
        return get(query, tokens.account("a_ada", "Ada", "agent"));
    }

    private JsonNode get(String uri, String token) {
        return Objects.requireNonNull(http.get()
                .uri(uri)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
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
