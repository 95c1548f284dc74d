package chat.parlor.room.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class HangingUpIT {

    private static final int CALLS = 1_000;
    private static final int AT_ONCE = 64;
    private final RoomDriver driver;

    HangingUpIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @Test
    void callersWhoHangUpLeaveNoConnectionBehind() {
        var rooms = IntStream.range(0, 10).mapToObj(n -> driver.guestRoom()).toList();
        var client = WebClient.create(driver.address());

        Flux.range(0, CALLS)
                .flatMap(
                        call -> hangUp(client, rooms.get(call % rooms.size()), Duration.ofMillis(1 + call % 12)),
                        AT_ONCE)
                .then()
                .block(Duration.ofMinutes(3));

        await().untilAsserted(() ->
                assertThat(driver.metric("r2dbc_pool_acquired_connections")).isZero());
        rooms.forEach(
                room -> assertThat(driver.get(driver.agent("a_ada"), "/" + room).status())
                        .isEqualTo(200));
    }

    private Mono<Void> hangUp(WebClient client, String room, Duration patience) {
        var verb = patience.toMillis() % 2 == 0 ? "claim" : "transfer";
        return client.post()
                .uri("/api/v1/rooms/" + room + "/" + verb)
                .headers(headers -> headers.setBearerAuth(driver.agent("a_ada")))
                .exchangeToMono(response -> response.releaseBody())
                .timeout(patience)
                .onErrorComplete();
    }
}
