package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.gateway.commands.CommandsProperties;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/// What holds when nobody configures anything. These numbers are documented; operators count on them.
class DefaultLimitsTest {

    private static <T> T bound(String prefix, Class<T> type, MockEnvironment environment) {
        var binder =
                new Binder(ConfigurationPropertySources.get(environment), null, new ApplicationConversionService());
        return binder.bindOrCreate(prefix, type);
    }

    private static AdmissionProperties admission(MockEnvironment environment) {
        return bound("parlor.gateway.admission", AdmissionProperties.class, environment);
    }

    private static SocketProperties socket(MockEnvironment environment) {
        return bound("parlor.gateway.socket", SocketProperties.class, environment);
    }

    @Test
    void socketsAndHandshakesAreLimited() {
        var admission = admission(new MockEnvironment());

        assertThat(admission.sockets()).isEqualTo(19_000);
        assertThat(admission.perAddress()).isEqualTo(50);
        assertThat(admission.perAccount()).isEqualTo(10);
        assertThat(admission.perGuest()).isEqualTo(3);
        assertThat(admission.handshakes()).isEqualTo(10);
        assertThat(admission.handshakesWindow()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void framesHelloAndQueueAreLimited() {
        var socket = socket(new MockEnvironment());

        assertThat(socket.frameBytes()).isEqualTo(DataSize.ofKilobytes(64));
        assertThat(socket.fragments()).isEqualTo(16);
        assertThat(socket.textChars()).isEqualTo(10_000);
        assertThat(socket.fileBytes()).isEqualTo(DataSize.ofMegabytes(25));
        assertThat(socket.helloTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(socket.heartbeat()).isEqualTo(Duration.ofSeconds(25));
        assertThat(socket.missedPings()).isEqualTo(2);
        assertThat(socket.badFrames()).isEqualTo(10);
        assertThat(socket.badFramesWindow()).isEqualTo(Duration.ofMinutes(1));
        assertThat(socket.queueFrames()).isEqualTo(256);
        assertThat(socket.queueBytes()).isEqualTo(DataSize.ofMegabytes(1));
    }

    @Test
    void sendsAreLimited() {
        var commands = bound("parlor.gateway.commands", CommandsProperties.class, new MockEnvironment());

        assertThat(commands.sends()).isEqualTo(20);
        assertThat(commands.sendsWindow()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everyOneOfThemIsConfiguration() {
        var environment = new MockEnvironment()
                .withProperty("parlor.gateway.admission.per-guest", "7")
                .withProperty("parlor.gateway.admission.handshakes-window", "2s")
                .withProperty("parlor.gateway.socket.queue-bytes", "3MB");

        assertThat(admission(environment).perGuest()).isEqualTo(7);
        assertThat(admission(environment).handshakesWindow()).isEqualTo(Duration.ofSeconds(2));
        assertThat(socket(environment).queueBytes()).isEqualTo(DataSize.ofMegabytes(3));
    }
}
