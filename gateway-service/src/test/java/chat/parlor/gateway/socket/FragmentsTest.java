package chat.parlor.gateway.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;

class FragmentsTest {

    private final Fragments fragments = new Fragments(10, 3);

    private static WebSocketFrame text(boolean last, String content) {
        return new TextWebSocketFrame(last, 0, content);
    }

    private static WebSocketFrame more(boolean last, String content) {
        return new ContinuationWebSocketFrame(last, 0, content);
    }

    @Test
    void messageOfTheMostBytesIsRead() throws Exception {
        assertThat(fragments.take(text(true, "x".repeat(9)))).hasSize(9);
        assertThat(fragments.take(text(true, "x".repeat(10)))).hasSize(10);
        assertThatThrownBy(() -> fragments.take(text(true, "x".repeat(11)))).isInstanceOf(Fragments.TooBig.class);
    }

    @Test
    void fragmentsMakeOneMessage() throws Exception {
        assertThat(fragments.take(text(false, "abc"))).isNull();
        assertThat(fragments.take(more(false, "def"))).isNull();
        assertThat(fragments.take(more(true, "ghij"))).isEqualTo("abcdefghij");
        assertThat(fragments.take(text(true, "next"))).isEqualTo("next");
    }

    @Test
    void fragmentsTogetherHaveTheSameBound() throws Exception {
        fragments.take(text(false, "abcdef"));

        assertThatThrownBy(() -> fragments.take(more(true, "ghijk"))).isInstanceOf(Fragments.TooBig.class);
    }

    @Test
    void fragmentsAreCounted() throws Exception {
        fragments.take(text(false, "a"));
        fragments.take(more(false, "b"));
        fragments.take(more(false, "c"));

        assertThatThrownBy(() -> fragments.take(more(true, ""))).isInstanceOf(Fragments.TooBig.class);
    }

    @Test
    void characterMayLieInTwoFragments() throws Exception {
        var bytes = "é".getBytes(UTF_8);

        fragments.take(new TextWebSocketFrame(false, 0, Unpooled.wrappedBuffer(bytes, 0, 1)));

        assertThat(fragments.take(new ContinuationWebSocketFrame(true, 0, Unpooled.wrappedBuffer(bytes, 1, 1))))
                .isEqualTo("é");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        var overlong = new byte[] {(byte) 0xC0, (byte) 0x80};

        assertThatThrownBy(() -> fragments.take(new TextWebSocketFrame(true, 0, Unpooled.wrappedBuffer(overlong))))
                .isInstanceOf(CharacterCodingException.class);
    }
}
