package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a socket makes of bytes, right and wrong.
abstract class FramingFacts extends GatewayUnderTest {

    private static final int TEXT = 0x1;
    private static final int LAST = 0x80;

    @ParameterizedTest
    @CsvSource({"none, 101", "parlor.v1, 101", "'other, parlor.v1', 101", "parlor.v2, 400"})
    void subprotocolIsOursOrNone(String offered, int status) throws IOException {
        try (var socket = RawSocket.connect(port, "none".equals(offered) ? "" : "Sec-WebSocket-Protocol: " + offered)) {
            assertThat(socket.status()).isEqualTo(status);
        }
    }

    @Test
    void unknownVersionIsRefused() throws IOException {
        try (var socket = RawSocket.connectVersion(port, 12)) {
            assertThat(socket.status()).isEqualTo(426);
        }
    }

    @Test
    void unmaskedFrameIsAProtocolError() throws IOException {
        try (var socket = RawSocket.connect(port, "")) {
            socket.write(new byte[] {(byte) (LAST | TEXT), 2, '{', '}'});

            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void reservedBitsAreAProtocolError() throws IOException {
        try (var socket = RawSocket.connect(port, "")) {
            socket.frame(LAST | 0x40 | TEXT, "{}".getBytes(StandardCharsets.UTF_8));

            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void hugeLengthIsRefusedBeforeAnythingIsRead() throws IOException {
        try (var socket = RawSocket.connect(port, "")) {
            socket.write(new byte[] {(byte) (LAST | TEXT), (byte) 0xFF, 0, 0, 0, 0, 0x7F, -1, -1, -1, 1, 2, 3, 4});

            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void endlessFragmentsAreRefused() throws IOException {
        try (var socket = RawSocket.connect(port, "")) {
            socket.frame(TEXT, new byte[] {'{'});
            for (var i = 0; i < 20; i++) {
                socket.frame(0, new byte[0]);
            }

            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void interleavedMessagesAreAProtocolError() throws IOException {
        try (var socket = RawSocket.connect(port, "")) {
            socket.frame(TEXT, new byte[] {'{'});
            socket.frame(LAST | TEXT, new byte[] {'}'});

            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void badUtf8IsClosedWith1007() throws IOException {
        try (var socket = RawSocket.connect(port, "")) {
            socket.frame(LAST | TEXT, new byte[] {'"', (byte) 0xC3, '"'});

            assertThat(socket.closeCode()).isEqualTo(1007);
        }
    }

    @Test
    void boundsOfRequestsDoNotEndASocket() {
        var client = as("a_quiet");

        // three heartbeats take longer than the bounds
        await().until(() -> client.all("heartbeat").size() > 2);

        client.settle();
    }

    @Test
    void tornFramesAreReadWhole() throws IOException {
        try (var socket = RawSocket.connect(port, "")) {
            var hello = RawSocket.masked(LAST | TEXT, "{\"type\":\"hello\",\"token\":\"a_torn\"}");
            for (var part : new byte[][] {
                Arrays.copyOfRange(hello, 0, 3),
                Arrays.copyOfRange(hello, 3, 9),
                Arrays.copyOfRange(hello, 9, hello.length)
            }) {
                socket.write(part);
            }

            assertThat(socket.text()).contains("\"type\":\"welcome\"");
        }
    }
}
