package chat.parlor.room.desk;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A thousand guests wait, and sixty-four agents want each of them at the same moment.
@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class ManyClaimsIT {

    private static final Logger LOG = LoggerFactory.getLogger(ManyClaimsIT.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROOMS = 1_000;
    private static final int RIVALS = 64;
    private static final Duration MOST = Duration.ofMinutes(5);

    private static final String WAITING = """
            insert into rooms (id, version, kind, name, status, fence, queued_at, guest, guest_name, backroom,
                created_at, updated_at, turned_at, active_at)
            select 'r_' || n, 2, 'guest', 'Guest ' || n, 'queued', 1, now(), 'g_' || n, 'Guest ' || n, 'r_back' || n,
                now(), now(), now(), now() from generate_series(1, %d) n
            """.formatted(ROOMS);

    private final RoomDriver driver;
    private final DatabaseClient database;

    ManyClaimsIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    /// What came back, and which agent had asked.
    private record Answer(String agent, int status, JsonNode body) {}

    @Test
    void ofSixtyFourClaimsOfEachRoomOneWinsAndTheOthersLearnWho() {
        database.sql(WAITING).fetch().rowsUpdated().block();
        var tokens = IntStream.range(0, RIVALS)
                .mapToObj(rival -> driver.agent("a_rival" + rival))
                .toList();
        var pool = ConnectionProvider.create("rivals", RIVALS);
        var client = WebClient.builder()
                .baseUrl(driver.address())
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(pool)))
                .build();
        var began = Instant.now();

        Flux.range(1, ROOMS)
                .concatMap(room -> claims(client, tokens, "r_" + room).doOnNext(ManyClaimsIT::oneWon))
                .then()
                .block(MOST);

        LOG.info("{} claims in {}", ROOMS * RIVALS, Duration.between(began, Instant.now()));
        pool.dispose();
        assertThat(count("select count(*) from rooms where status = 'assigned' and fence = 2 and version = 3"))
                .isEqualTo(ROOMS);
        assertThat(count("select count(*) from accepts")).isEqualTo(ROOMS);
    }

    /// All of them are under way before the first one is answered.
    private static Mono<List<Answer>> claims(WebClient client, List<String> tokens, String room) {
        return Flux.range(0, RIVALS)
                .flatMap(rival -> claim(client, tokens.get(rival), "a_rival" + rival, room), RIVALS)
                .collectList();
    }

    private static Mono<Answer> claim(WebClient client, String token, String agent, String room) {
        return client.post()
                .uri("/api/v1/rooms/{room}/claim", room)
                .headers(headers -> headers.setBearerAuth(token))
                .exchangeToMono(answer -> answer.bodyToMono(String.class)
                        .map(body -> new Answer(agent, answer.statusCode().value(), JSON.readTree(body))));
    }

    private static void oneWon(List<Answer> answers) {
        var winners = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winners).hasSize(1);
        var winner = winners.getFirst();
        assertThat(winner.body().path("assignee").path("id").asString()).isEqualTo(winner.agent());
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(RIVALS - 1)
                .allSatisfy(loser -> {
                    assertThat(loser.body().path("code").asString()).isEqualTo("already-claimed");
                    assertThat(loser.body().path("claimedBy"))
                            .isEqualTo(winner.body().path("assignee"));
                });
    }

    private long count(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }
}
