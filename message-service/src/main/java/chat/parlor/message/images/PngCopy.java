package chat.parlor.message.images;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/// A PNG without texts, times, EXIF, unknown chunks and whatever follows its end. Colours and animation stay.
final class PngCopy {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER = 0x49484452;
    private static final int HEADER_LENGTH = 13;
    private static final int END = 0x49454E44;
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    private final DataInputStream in;
    private final DataOutputStream out;
    private final PixelLimit limit;

    PngCopy(DataInputStream in, OutputStream out, PixelLimit limit) {
        this.in = in;
        this.out = new DataOutputStream(out);
        this.limit = limit;
    }

    Picture copy() throws IOException {
        if (in.readLong() != SIGNATURE || in.readInt() != HEADER_LENGTH || in.readInt() != HEADER) {
            throw new BrokenImage("PNG: no header");
        }
        var width = in.readInt();
        var height = in.readInt();
        limit.check(width, height);
        out.writeLong(SIGNATURE);
        out.writeInt(HEADER_LENGTH);
        out.writeInt(HEADER);
        out.writeInt(width);
        out.writeInt(height);
        Bytes.copy(in, out, HEADER_LENGTH - 2 * Integer.BYTES + Integer.BYTES);
        while (chunk() != END) {}
        out.flush();
        return Picture.upright(width, height);
    }

    private int chunk() throws IOException {
        var length = in.readInt();
        var type = in.readInt();
        if (length < 0 || type == HEADER) {
            throw new BrokenImage("PNG: a chunk that cannot be");
        }
        if (KEPT.contains(name(type))) {
            out.writeInt(length);
            out.writeInt(type);
            Bytes.copy(in, out, (long) length + Integer.BYTES);
        } else {
            in.skipNBytes((long) length + Integer.BYTES);
        }
        return type;
    }

    private static String name(int type) {
        return new String(new char[] {
            (char) (type >>> 24), (char) ((type >>> 16) & 0xFF), (char) ((type >>> 8) & 0xFF), (char) (type & 0xFF)
        });
    }
}
