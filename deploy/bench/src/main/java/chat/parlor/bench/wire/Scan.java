package chat.parlor.bench.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;

/// A frame to look things up in without parsing it. One is enough for an event loop: it is filled again for each frame.
public final class Scan {
    private static final byte[] MESSAGE_ID = bytes("\"id\":\"m-");
    private static final int FIRST_SIZE = 4096;

    private byte[] data = new byte[FIRST_SIZE];
    private int length;

    /// A pattern to look for.
    public static byte[] bytes(String pattern) {
        return pattern.getBytes(StandardCharsets.US_ASCII);
    }

    void fill(ByteBuf frame) {
        length = frame.readableBytes();
        if (length > data.length) {
            data = new byte[Math.max(length, data.length * 2)];
        }
        frame.getBytes(frame.readerIndex(), data, 0, length);
    }

    /// Whether the frame begins with a pattern.
    public boolean startsWith(byte[] pattern) {
        return length >= pattern.length && matches(pattern, 0);
    }

    /// Where the frame goes on after the first place, from `from` on, that has the pattern; -1 when none has.
    public int after(byte[] pattern, int from) {
        var last = length - pattern.length;
        for (int at = from; at <= last; at++) {
            if (data[at] == pattern[0] && matches(pattern, at)) {
                return at + pattern.length;
            }
        }
        return -1;
    }

    /// The whole number after the first place that has the pattern; `otherwise` when there is none.
    public long number(byte[] pattern, long otherwise) {
        var at = after(pattern, 0);
        return at < 0 ? otherwise : digits(at);
    }

    /// The letters, digits and dashes after the first place that has the pattern; empty when there is none.
    public String word(byte[] pattern) {
        var from = after(pattern, 0);
        var to = from;
        while (from >= 0 && to < length && isWord(data[to])) {
            to++;
        }
        return from < 0 ? "" : new String(data, from, to - from, StandardCharsets.US_ASCII);
    }

    /// The digits from a place on.
    public long digits(int from) {
        long number = 0;
        for (int at = from; at < length && data[at] >= '0' && data[at] <= '9'; at++) {
            number = number * 10 + (data[at] - '0');
        }
        return number;
    }

    /// The numbers of all messages in this frame, in their order.
    public void messages(LongConsumer each) {
        for (int at = after(MESSAGE_ID, 0); at >= 0; at = after(MESSAGE_ID, at)) {
            each.accept(digits(at));
        }
    }

    @Override
    public String toString() {
        return new String(data, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isWord(byte letter) {
        return Character.isLetterOrDigit(letter) || letter == '-';
    }

    private boolean matches(byte[] pattern, int at) {
        return Arrays.equals(data, at, at + pattern.length, pattern, 0, pattern.length);
    }
}
