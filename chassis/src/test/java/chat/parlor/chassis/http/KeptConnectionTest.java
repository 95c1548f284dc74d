package chat.parlor.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/// What the gateway and all services stand on: a version of Reactor Netty that stops reading holds up whoever asks next
/// on that connection, until their time is up.
class KeptConnectionTest {

    private static final int PATIENCE_MILLIS = Math.toIntExact(Patience.LIMIT.toMillis());
    private static final String REQUEST = "GET /%s HTTP/1.1\r\nHost: parlor\r\n\r\n";

    @Test
    void aConnectionIsReadAgainAfterARequestThatCameBeforeTheAnswerToTheOneBefore() throws IOException {
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get(
                                "/slow",
                                (request, response) -> response.sendString(
                                        Mono.delay(Duration.ofMillis(50)).thenReturn("slow")))
                        .get("/quick", (request, response) -> response.sendString(Mono.just("quick"))))
                .bindNow();

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, REQUEST.formatted("slow") + REQUEST.formatted("quick"));
            readThrough(socket.getInputStream(), "slow");
            readThrough(socket.getInputStream(), "quick");

            write(socket, REQUEST.formatted("slow"));

            assertThat(readThrough(socket.getInputStream(), "slow")).contains("200 OK");
        } finally {
            server.disposeNow();
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// Everything up to a word; fails when it does not come in time.
    private static String readThrough(InputStream in, String word) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(word) < 0) {
            var next = in.read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
