package chat.parlor.message.images;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Moves bytes, a bounded piece at a time: lengths come from files and are not to be trusted with memory.
final class Bytes {

    private static final int PIECE = 16 * 1024;

    private Bytes() {}

    /// Fails with `EOFException` when there are fewer.
    static void copy(InputStream in, OutputStream out, long count) throws IOException {
        var piece = new byte[(int) Math.min(PIECE, count)];
        for (var left = count; left > 0; ) {
            var read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new EOFException("ends too early");
            }
            out.write(piece, 0, read);
            left -= read;
        }
    }

    /// A number of `width` bytes, the lowest first.
    static int little(byte[] bytes, int at, int width) {
        var number = 0;
        for (var each = width - 1; each >= 0; each--) {
            number = (number << Byte.SIZE) | (bytes[at + each] & 0xFF);
        }
        return number;
    }
}
