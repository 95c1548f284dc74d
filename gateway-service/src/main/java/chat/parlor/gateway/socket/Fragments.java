package chat.parlor.gateway.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Puts the fragments of a message together, within bounds, and reads it as strict UTF-8. Holds nothing between
/// messages.
final class Fragments {

    private final long mostBytes;
    private final int mostFragments;
    /// What has come of a message that is not complete.
    private @Nullable ByteBuf begun;
    /// In how many fragments.
    private int count;

    Fragments(long mostBytes, int mostFragments) {
        this.mostBytes = mostBytes;
        this.mostFragments = mostFragments;
    }

    /// A message that is longer or in more pieces than allowed.
    static final class TooBig extends Exception {
        private static final long serialVersionUID = 1L;

        TooBig(String message) {
            super(message, null, false, false);
        }
    }

    /// Takes a text or continuation frame; it is copied, not kept.
    ///
    /// @return the message, or null while more is to come
    /// @throws TooBig when a bound is passed
    /// @throws CharacterCodingException when it is not UTF-8
    @Nullable
    String take(WebSocketFrame frame) throws TooBig, CharacterCodingException {
        var content = frame.content();
        if (begun == null && frame.isFinalFragment()) {
            check(content.readableBytes(), 1);
            return decode(content.nioBuffer());
        }
        var message = begun == null ? Unpooled.buffer(content.readableBytes()) : begun;
        begun = message;
        count++;
        check((long) message.readableBytes() + content.readableBytes(), count);
        message.writeBytes(content, content.readerIndex(), content.readableBytes());
        if (!frame.isFinalFragment()) {
            return null;
        }
        begun = null;
        count = 0;
        return decode(message.nioBuffer());
    }

    private void check(long bytes, int fragments) throws TooBig {
        if (bytes > mostBytes || fragments > mostFragments) {
            throw new TooBig("message: " + bytes + " bytes in " + fragments + " fragments (expected: at most "
                    + mostBytes + " in " + mostFragments + ")");
        }
    }

    private static String decode(ByteBuffer bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes)
                .toString();
    }
}
