package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.peer.Closing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WireTest {

    private static final int SIZE =
            Frame.of("message.sent", false, new byte[98]).size();

    private final Recorder heard = new Recorder();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SlowNetwork network = new SlowNetwork();
    private final Wire wire = new Wire(properties(), new SocketMeters(meters), heard);
    private final EmbeddedChannel channel = new EmbeddedChannel(network, wire);

    private static SocketProperties properties() {
        var long1 = Duration.ofMinutes(1);
        return new SocketProperties(
                DataSize.ofBytes(10),
                3,
                100,
                DataSize.ofMegabytes(25),
                long1,
                long1,
                2,
                3,
                long1,
                100,
                long1,
                4,
                5,
                DataSize.ofBytes(4L * SIZE),
                Duration.ofMillis(1));
    }

    private static final class Recorder implements WireListener {
        private final List<String> texts = new ArrayList<>();
        private int binaries;
        private boolean gone;

        @Override
        public void ready(Wire wire) {}

        @Override
        public void text(String message) {
            texts.add(message);
        }

        @Override
        public void binary() {
            binaries++;
        }

        @Override
        public void gone() {
            gone = true;
        }
    }

    /// Takes what is written and delivers nothing until it is let go.
    private static final class SlowNetwork extends ChannelOutboundHandlerAdapter {
        private final Queue<ChannelPromise> held = new ArrayDeque<>();
        private final List<Object> written = new ArrayList<>();

        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            written.add(message);
            held.add(promise);
        }

        void deliver() {
            held.forEach(ChannelPromise::trySuccess);
            held.clear();
        }

        private int closeCode() {
            return written.stream()
                    .filter(CloseWebSocketFrame.class::isInstance)
                    .map(CloseWebSocketFrame.class::cast)
                    .findFirst()
                    .map(CloseWebSocketFrame::statusCode)
                    .orElse(0);
        }
    }

    private static Frame durable() {
        return Frame.of("message.sent", false, new byte[98]);
    }

    private static Frame lossy() {
        return Frame.of("typing", true, new byte[98]);
    }

    @AfterEach
    void end() {
        channel.finishAndReleaseAll();
    }

    @Test
    void clientThatReadsGetsEverything() {
        for (var i = 0; i < 50; i++) {
            wire.send(durable());
            network.deliver();
        }

        assertThat(network.written).hasSize(50);
        assertThat(network.closeCode()).isZero();
    }

    @Test
    void slowClientLosesLossyFramesAndIsSentAwayForOthers() {
        for (var i = 0; i < 4; i++) {
            wire.send(durable());
        }
        wire.send(lossy());
        assertThat(network.written).hasSize(4);
        assertThat(network.closeCode()).isZero();

        wire.send(durable());

        assertThat(network.closeCode()).isEqualTo(1013);
        assertThat(meters.counter("parlor.sockets.evicted").count()).isEqualTo(1);
    }

    @Test
    void framesAreCountedAsWellAsBytes() {
        var small = Frame.of("message.sent", false, new byte[1]);
        for (var i = 0; i < 5; i++) {
            wire.send(small);
        }
        assertThat(network.closeCode()).isZero();

        wire.send(small);

        assertThat(network.closeCode()).isEqualTo(1013);
    }

    @Test
    void oneFrameMayBeLargerThanTheQueue() {
        wire.send(Frame.of("message.sent", false, new byte[100 * SIZE]));

        assertThat(network.closeCode()).isZero();
    }

    @Test
    void answersDoNotCountAgainstTheQueue() {
        for (var i = 0; i < 50; i++) {
            wire.answer(durable());
        }
        wire.send(durable());

        assertThat(network.written).hasSize(51);
        assertThat(network.closeCode()).isZero();
    }

    @Test
    void heldClientIsNotReadFrom() {
        wire.hold(true);
        assertThat(channel.config().isAutoRead()).isFalse();

        wire.hold(false);

        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void textsArriveAndBinariesAreNoticed() {
        channel.writeInbound(new TextWebSocketFrame("hello"), new BinaryWebSocketFrame(Unpooled.buffer(1)));

        assertThat(heard.texts).containsExactly("hello");
        assertThat(heard.binaries).isEqualTo(1);
    }

    @Test
    void tooLongATextClosesWith1009() {
        channel.writeInbound(new TextWebSocketFrame("x".repeat(10)));
        assertThat(network.closeCode()).isZero();

        channel.writeInbound(new TextWebSocketFrame("x".repeat(11)));

        assertThat(network.closeCode()).isEqualTo(1009);
        assertThat(heard.texts).hasSize(1);
    }

    @Test
    void nothingIsHeardOrSentAfterTheEnd() {
        wire.end(Closing.UNAUTHORIZED);
        wire.end(Closing.TOO_MANY);
        wire.send(durable());
        channel.writeInbound(new TextWebSocketFrame("late"));

        assertThat(network.closeCode()).isEqualTo(4401);
        assertThat(network.written).hasSize(1);
        assertThat(heard.texts).isEmpty();
    }

    @Test
    void pingsAreAnsweredAndClosesEchoed() {
        channel.writeInbound(new PingWebSocketFrame(Unpooled.wrappedBuffer(new byte[] {7})));
        channel.writeInbound(new CloseWebSocketFrame(1000, "bye"));
        network.deliver();

        assertThat(network.written.getFirst()).isInstanceOf(PongWebSocketFrame.class);
        assertThat(network.closeCode()).isEqualTo(1000);
        assertThat(channel.isOpen()).isFalse();
        assertThat(heard.gone).isTrue();
    }

    @Test
    void silentClientIsClosedAfterTwoUnansweredPings() {
        wire.beat();
        wire.beat();
        assertThat(network.closeCode()).isZero();

        wire.beat();

        assertThat(network.closeCode()).isEqualTo(1001);
    }

    @Test
    void anySignOfLifeCounts() {
        for (var i = 0; i < 10; i++) {
            wire.beat();
            channel.writeInbound(new PongWebSocketFrame());
        }

        assertThat(network.closeCode()).isZero();
    }
}
