package chat.parlor.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.testing.People;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Clients that do not keep to HTTP, as bytes on a wire.
@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.limits.connections=20"
})
class LimitsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PATIENCE_MS = 60_000;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /api/v1/session HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \u0001\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n"
            })
    void whatIsNotHttpIsRefused(String request) throws IOException {
        assertThat(answer(request)).startsWith("HTTP/1.1 4");
        assertThat(answer("GET /api/v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    /// Line ends are not counted.
    @ParameterizedTest
    @CsvSource({"8191, 404", "8192, 404", "8193, 431"})
    void headersAreReadUpToTheLimitAndNotOneByteMore(int bytes, int status) throws IOException {
        var headers = List.of("Host: x", "Connection: close", "X-Long: ");
        var filling = "x".repeat(bytes - String.join("", headers).length());

        assertThat(answer("GET /api/v1/nothing HTTP/1.1\r\n" + String.join("\r\n", headers) + filling + "\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void connectionsAreCounted() throws IOException {
        var open = new ArrayList<Socket>();
        try {
            for (var one = 0; one < 30; one++) {
                open.add(connect());
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(open.stream().filter(LimitsIT::isClosedByServer))
                            .hasSizeGreaterThanOrEqualTo(10));
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class) // hung up on while the server still counts the others
                .untilAsserted(
                        () -> assertThat(answer("GET /api/v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                                .startsWith("HTTP/1.1 404"));
    }

    private static boolean isClosedByServer(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (IOException open) {
            return false;
        }
    }

    /// The first line of the answer, empty when there is none: the server may keep the connection for the next request.
    private String answer(String request) throws IOException {
        try (var socket = connect()) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return Objects.requireNonNullElse(lines.readLine(), "");
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}
