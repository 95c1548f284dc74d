package chat.parlor.message.images;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// A GIF without comments, texts, application data and whatever follows its end. The animation stays.
final class GifCopy {

    private static final int HEADER = 6;
    private static final int SCREEN = 7;
    private static final int DESCRIPTOR = 9;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int END_OF_FILE = -1;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int TABLE = 0x80;
    private static final int TABLE_SIZE = 0x07;
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private final DataInputStream in;
    private final OutputStream out;
    private final PixelLimit limit;
    private boolean seen;

    GifCopy(DataInputStream in, OutputStream out, PixelLimit limit) {
        this.in = in;
        this.out = out;
        this.limit = limit;
    }

    Picture copy() throws IOException {
        out.write(exactly(HEADER));
        var screen = exactly(SCREEN);
        var width = Bytes.little(screen, 0, Short.BYTES);
        var height = Bytes.little(screen, 2, Short.BYTES);
        limit.check(width, height);
        out.write(screen);
        table(screen[4]);
        var block = in.read();
        while (block != TRAILER && block != END_OF_FILE) {
            block(block);
            block = in.read();
        }
        out.write(TRAILER);
        if (!seen) {
            throw new BrokenImage("GIF: no picture");
        }
        return Picture.upright(width, height);
    }

    private void block(int kind) throws IOException {
        switch (kind) {
            case EXTENSION -> extension();
            case IMAGE -> image();
            default -> throw new BrokenImage("GIF: a block that cannot be");
        }
    }

    private void image() throws IOException {
        seen = true;
        var descriptor = exactly(DESCRIPTOR);
        limit.check(Bytes.little(descriptor, 4, Short.BYTES), Bytes.little(descriptor, 6, Short.BYTES));
        out.write(IMAGE);
        out.write(descriptor);
        table(descriptor[8]);
        out.write(in.readUnsignedByte());
        data(out);
    }

    private void extension() throws IOException {
        var label = in.readUnsignedByte();
        var first = exactly(in.readUnsignedByte());
        var kept = label == CONTROL
                || (label == APPLICATION && LOOPS.contains(new String(first, StandardCharsets.ISO_8859_1)));
        var to = kept ? out : OutputStream.nullOutputStream();
        to.write(EXTENSION);
        to.write(label);
        to.write(first.length);
        to.write(first);
        if (first.length > 0) {
            data(to);
        }
    }

    private void data(OutputStream to) throws IOException {
        var length = in.readUnsignedByte();
        while (length > 0) {
            to.write(length);
            Bytes.copy(in, to, length);
            length = in.readUnsignedByte();
        }
        to.write(0);
    }

    private void table(byte flags) throws IOException {
        if ((flags & TABLE) != 0) {
            Bytes.copy(in, out, 3L << ((flags & TABLE_SIZE) + 1));
        }
    }

    private byte[] exactly(int count) throws IOException {
        var bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }
}
