package chat.parlor.gateway.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.gateway.frame.ServerFrame.Failure;
import chat.parlor.gateway.frame.ServerFrame.RoomLeft;
import chat.parlor.gateway.frame.ServerFrame.Welcome;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FrameWriterTest {

    private final FrameWriter writer = new FrameWriter(JsonMapper.builder().build());

    private static String text(Frame frame) {
        return new String(frame.payload(), UTF_8);
    }

    @Test
    void typeComesFirstAndWhatIsAbsentIsLeftOut() {
        var welcome = new Welcome(
                "c_1",
                new ServerFrame.Self("a_1", "account", "Ada", Set.of("agent")),
                25_000,
                new ServerFrame.Limits(65_536, 10_000, 20, 26_214_400));

        assertThat(text(writer.write(welcome)))
                .isEqualTo("{\"type\":\"welcome\",\"connection\":\"c_1\",\"self\":{\"id\":\"a_1\",\"kind\":\"account\","
                        + "\"name\":\"Ada\",\"roles\":[\"agent\"]},\"heartbeatMs\":25000,\"limits\":"
                        + "{\"frameBytes\":65536,\"textChars\":10000,\"sendsPer10s\":20,\"fileBytes\":26214400}}");
        assertThat(text(writer.write(new RoomLeft(null, "r_1"))))
                .isEqualTo("{\"type\":\"room.left\",\"room\":\"r_1\"}");
        assertThat(text(writer.write(Failure.of("7", "bad-frame", "no \"x\"", null))))
                .isEqualTo("{\"type\":\"error\",\"ref\":\"7\",\"code\":\"bad-frame\",\"message\":\"no \\\"x\\\"\"}");
    }

    @Test
    void everyFrameHasANameOnTheWire() {
        for (var type : ServerFrame.class.getPermittedSubclasses()) {
            assertThat(FrameWriter.nameOf(type)).as(type.getSimpleName()).matches("[a-z]+(\\.[a-z]+)?");
        }
    }

    @Test
    void entryKeepsWhatMessageServiceWroteToTheByte() {
        var raw = " {\"room\":\"r_1\",\"seq\":1,\"unknown\":{\"é\":[1.50]}}".getBytes(UTF_8);

        assertThat(text(writer.entry("message.sent", raw)))
                .isEqualTo("{\"type\":\"message.sent\",\"room\":\"r_1\",\"seq\":1,\"unknown\":{\"é\":[1.50]}}");
    }

    @Test
    void answersShareWhatTheyHaveInCommon() {
        var answer = writer.answer(new Shared(1, List.of("e")));

        assertThat(text(writer.opened("q\"", "r_1", answer)))
                .isEqualTo("{\"type\":\"room.opened\",\"ref\":\"q\\\"\","
                        + "\"room\":\"r_1\",\"epoch\":1,\"entries\":[\"e\"]}");
        assertThat(text(writer.opened(null, "r_1", answer)))
                .isEqualTo("{\"type\":\"room.opened\",\"room\":\"r_1\",\"epoch\":1,\"entries\":[\"e\"]}");
    }

    record Shared(int epoch, List<String> entries) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 200_000})
    void wireFormIsAWebSocketFrameOfAnyLength(int length) {
        var payload = "x".repeat(length).getBytes(UTF_8);
        var client = new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(1_000_000)
                .build()));
        ByteBuf wire = Frame.of("message.sent", false, payload).wire();

        client.writeInbound(wire);

        TextWebSocketFrame read = client.readInbound();
        assertThat(read.isFinalFragment()).isTrue();
        assertThat(read.text()).hasSize(length);
        read.release();
    }
}
