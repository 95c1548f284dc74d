package chat.parlor.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ServerLimitsTest {

    private static final int MOST = 3;
    private static final int PATIENCE_MS = 60_000;
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final DisposableServer server = new ServerLimits(properties())
            .apply(HttpServer.create().host("127.0.0.1").port(0))
            .handle((request, response) -> response.status(204).send())
            .bindNow();

    private static LimitProperties properties() {
        var size = DataSize.ofKilobytes(1);
        var time = Duration.ofMinutes(5);
        return new LimitProperties(size, size, time, time, time, time, MOST, List.of());
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /// Whether a request on this connection is answered; else the server has hung up.
    private static boolean answers(Socket socket) {
        try {
            socket.getOutputStream().write(REQUEST);
            var answer = new byte[512];
            return socket.getInputStream().read(answer) > 0;
        } catch (IOException reset) {
            return false;
        }
    }

    @Test
    void connectionsAreSoManyAndNotOneMore() throws IOException {
        try (var first = connect();
                var second = connect()) {
            assertThat(answers(first)).isTrue();
            assertThat(answers(second)).isTrue();
            var third = connect();
            assertThat(answers(third)).isTrue();

            try (var fourth = connect()) {
                assertThat(answers(fourth)).isFalse();
            }
            assertThat(answers(first)).isTrue();

            third.close();
            await().until(this::oneMoreAnswers);
        }
    }

    private boolean oneMoreAnswers() throws IOException {
        try (var one = connect()) {
            return answers(one);
        }
    }
}
