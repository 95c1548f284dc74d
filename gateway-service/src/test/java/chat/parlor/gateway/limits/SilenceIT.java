package chat.parlor.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.testing.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Clients that say nothing more, at a server so impatient that nobody else could be sure to be heard.
@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.limits.silence=500ms",
    "server.netty.idle-timeout=500ms"
})
class SilenceIT {

    private static final int PATIENCE_MS = 60_000;

    @LocalServerPort
    int port;

    @Test
    void clientThatFallsSilentWithinARequestIsLetGo() throws IOException {
        assertThat(untilLetGo("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{\"email\":"))
                .doesNotContain("200 OK");
    }

    @Test
    void clientThatNeverSaysAnythingIsLetGo() throws IOException {
        assertThat(untilLetGo("")).isEmpty();
    }

    /// What came until the server hung up; fails when it does not.
    private String untilLetGo(String request) throws IOException {
        var heard = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(heard);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageMatching("(?i).*(reset|broken pipe).*");
        }
        return heard.toString(StandardCharsets.UTF_8);
    }
}
