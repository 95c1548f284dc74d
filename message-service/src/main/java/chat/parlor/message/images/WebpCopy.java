package chat.parlor.message.images;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A WebP without EXIF, XMP, unknown chunks and whatever follows its end. Colour profile and animation stay.
///
/// The length of the whole stands at its beginning and is only known at the end: whoever writes to a file calls
/// [#length(long)] then.
final class WebpCopy {

    /// Where the length stands.
    static final int LENGTH_AT = 4;

    private static final int NAME = 4;
    private static final int LARGEST_HEADER = 30;
    private static final byte METADATA = 0x08 | 0x04;
    private static final int EDGE_BITS = 14;
    private static final int EDGE = (1 << EDGE_BITS) - 1;
    private static final Set<String> KEPT = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private final DataInputStream in;
    private final OutputStream out;
    private final PixelLimit limit;
    /// The canvas, or without one the first image.
    private @Nullable Picture picture;

    WebpCopy(DataInputStream in, OutputStream out, PixelLimit limit) {
        this.in = in;
        this.out = out;
        this.limit = limit;
    }

    /// The field that holds the length of a file of `size` bytes.
    static byte[] length(long size) {
        return little((int) (size - 2L * NAME));
    }

    Picture copy() throws IOException {
        var head = exactly(3 * NAME);
        if (!name(head, 0).equals("RIFF") || !name(head, 2 * NAME).equals("WEBP")) {
            throw new BrokenImage("WebP: no header");
        }
        out.write(head);
        var left = Bytes.little(head, NAME, Integer.BYTES) - NAME;
        while (left >= 2 * NAME) {
            left -= chunk(left);
        }
        if (picture == null) {
            throw new BrokenImage("WebP: no picture");
        }
        return picture;
    }

    /// Copies or leaves out a chunk; returns how long it was.
    private int chunk(int left) throws IOException {
        var head = exactly(2 * NAME);
        var length = Bytes.little(head, NAME, Integer.BYTES);
        if (length < 0 || length > left - 2 * NAME) {
            throw new BrokenImage("WebP: a chunk longer than the file");
        }
        var padded = length + (length & 1);
        var start = exactly(Math.min(length, LARGEST_HEADER));
        var kept = KEPT.contains(name(head, 0));
        if (kept) {
            measure(name(head, 0), start);
        }
        var to = kept ? out : OutputStream.nullOutputStream();
        to.write(head);
        to.write(start);
        Bytes.copy(in, to, padded - start.length);
        return 2 * NAME + padded;
    }

    private void measure(String name, byte[] start) throws BrokenImage {
        switch (name) {
            case "VP8X" -> {
                require(start, 10);
                start[0] &= (byte) ~METADATA;
                found(Bytes.little(start, 4, 3) + 1, Bytes.little(start, 7, 3) + 1);
            }
            case "VP8 " -> {
                require(start, 10);
                found(Bytes.little(start, 6, 2) & EDGE, Bytes.little(start, 8, 2) & EDGE);
            }
            case "VP8L" -> {
                require(start, 5);
                var bits = Bytes.little(start, 1, Integer.BYTES);
                found((bits & EDGE) + 1, ((bits >>> EDGE_BITS) & EDGE) + 1);
            }
            case "ANMF" -> {
                require(start, 12);
                limit.check(Bytes.little(start, 6, 3) + 1, Bytes.little(start, 9, 3) + 1);
            }
            default -> {}
        }
    }

    private static void require(byte[] start, int header) throws BrokenImage {
        if (start.length < header) {
            throw new BrokenImage("WebP: half a header");
        }
    }

    private void found(int width, int height) throws BrokenImage {
        limit.check(width, height);
        if (picture == null) {
            picture = Picture.upright(width, height);
        }
    }

    private byte[] exactly(int count) throws IOException {
        var bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }

    private static String name(byte[] bytes, int at) {
        return new String(bytes, at, NAME, StandardCharsets.ISO_8859_1);
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
