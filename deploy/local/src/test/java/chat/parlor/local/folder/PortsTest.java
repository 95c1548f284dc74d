package chat.parlor.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.local.refusal.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    private Path scratch;

    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(scratch);
    }

    @Test
    void aPortIsRemembered() {
        var ports = Ports.load(folder);
        ports.ensureFree("room");

        var again = Ports.load(folder);
        again.ensureFree("room");

        assertThat(again.of("room")).isEqualTo(ports.of("room")).isBetween(20_000, 29_999);
    }

    @Test
    void aPortThatSomebodyTookIsReplaced() throws IOException {
        var ports = Ports.load(folder);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.set("room", taken.getLocalPort());

            ports.ensureFree("room");

            assertThat(ports.of("room")).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void aTakenPortIsRefusedNamingIt() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("port " + port + " is in use");
        }
    }

    @Test
    void aFreePortIsFine() {
        // not one of those that any connection may be given meanwhile
        var ports = Ports.load(folder);
        ports.ensureFree("room");

        assertThatCode(() -> Ports.requireFree(ports.of("room"))).doesNotThrowAnyException();
    }

    @Test
    void damagedLinesAreIgnored() throws IOException {
        java.nio.file.Files.writeString(folder.run().resolve("ports"), "room=81x\n=\nmessage=8082\nnonsense");

        var ports = Ports.load(folder);

        assertThat(ports.has("room")).isFalse();
        assertThat(ports.of("message")).isEqualTo(8082);
    }
}
