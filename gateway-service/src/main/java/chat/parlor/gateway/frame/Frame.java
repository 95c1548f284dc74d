package chat.parlor.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A text frame ready for the wire, WebSocket header (RFC 6455, unmasked, final) included. Written once, shared by
/// all sockets that get it, and kept by nobody else.
public final class Frame {

    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final int LENGTH_IN_HEADER = 125;
    private static final int LENGTH_IN_TWO_BYTES = 0xFFFF;
    private static final byte TWO_BYTES = 126;
    private static final byte EIGHT_BYTES = 127;
    private static final int LONGEST_HEADER = 10;

    private final String type;
    private final boolean lossy;
    private final byte[] head;
    private final int headerLength;
    private final byte[] rest;

    private Frame(String type, boolean lossy, byte[] head, int headerLength, byte[] rest) {
        this.type = type;
        this.lossy = lossy;
        this.head = head;
        this.headerLength = headerLength;
        this.rest = rest;
    }

    /// A frame whose payload is `payload`.
    public static Frame of(String type, boolean lossy, byte[] payload) {
        return of(type, lossy, payload, new byte[0]);
    }

    /// A frame whose payload is `start` and then `rest`; `rest` is not copied, so that many frames can share it.
    static Frame of(String type, boolean lossy, byte[] start, byte[] rest) {
        var header = header(start.length + rest.length);
        var head = Arrays.copyOf(header, header.length + start.length);
        System.arraycopy(start, 0, head, header.length, start.length);
        return new Frame(type, lossy, head, header.length, rest);
    }

    private static byte[] header(int length) {
        var header = ByteBuffer.allocate(LONGEST_HEADER).put(FINAL_TEXT);
        if (length <= LENGTH_IN_HEADER) {
            header.put((byte) length);
        } else if (length <= LENGTH_IN_TWO_BYTES) {
            header.put(TWO_BYTES).putShort((short) length);
        } else {
            header.put(EIGHT_BYTES).putLong(length);
        }
        return Arrays.copyOf(header.array(), header.position());
    }

    /// The name on the wire.
    public String type() {
        return type;
    }

    /// Whether it may be dropped when a socket is slow.
    public boolean lossy() {
        return lossy;
    }

    /// Bytes on the wire.
    public int size() {
        return head.length + rest.length;
    }

    /// A view for one socket; it shares the bytes and is released with the write.
    public ByteBuf wire() {
        return rest.length == 0 ? Unpooled.wrappedBuffer(head) : Unpooled.wrappedBuffer(head, rest);
    }

    /// The JSON text.
    public byte[] payload() {
        var payload = Arrays.copyOfRange(head, headerLength, head.length + rest.length);
        System.arraycopy(rest, 0, payload, head.length - headerLength, rest.length);
        return payload;
    }
}
