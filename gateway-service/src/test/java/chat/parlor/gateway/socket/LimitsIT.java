package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.RawSocket;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.sockets=3",
    "parlor.gateway.admission.per-address=2",
    "parlor.gateway.admission.handshakes=4",
    "parlor.gateway.admission.handshakes-window=1h",
    "parlor.gateway.admission.retry-after=7s"
})
class LimitsIT extends GatewayUnderTest {

    @Autowired
    Admission admission;

    @Autowired
    Leaving leaving;

    private HttpResponse<?> refusal() {
        var failure = catchThrowableOfType(CompletionException.class, this::connect);
        assertThat(failure).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return Objects.requireNonNull((WebSocketHandshakeException) failure.getCause())
                .getResponse();
    }

    private static String retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").orElse("");
    }

    private List<Integer> knocks(String address, int times) throws IOException {
        var answers = new ArrayList<Integer>();
        for (var knock = 0; knock < times; knock++) {
            try (var socket = RawSocket.connectFrom(address, port)) {
                answers.add(socket.status());
            }
        }
        return answers;
    }

    @Test
    void addressAndNodeHaveSoManySocketsAndKnocksAndALeavingNodeHasNone() throws IOException {
        var first = as(ADA);
        as(BEN);
        var third = refusal();
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(retryAfter(third)).isEqualTo("7");

        try (var other = RawSocket.connectFrom("127.0.0.2", port);
                var another = RawSocket.connectFrom("127.0.0.3", port)) {
            assertThat(other.status()).isEqualTo(101);
            assertThat(another.status()).isEqualTo(503);
            assertThat(knocks("127.0.0.4", 5)).containsExactly(503, 503, 503, 503, 429);
        }

        leaving.stop();

        assertThat(first.next("error").get("code").asString()).isEqualTo("leaving");
        assertThat(first.next("error").get("retryAfterMs").asLong()).isBetween(0L, 5_000L);
        assertThat(first.closeCode()).isEqualTo(1012);
        assertThat(refusal().statusCode()).isEqualTo(503);
        assertThat(retryAfter(refusal())).isEqualTo("7");
        Awaitility.await().until(() -> admission.sockets() == 0);
    }
}
