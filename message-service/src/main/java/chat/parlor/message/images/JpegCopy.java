package chat.parlor.message.images;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A JPEG without comments, EXIF, XMP, IPTC, embedded previews and whatever follows its end. Colour profile and
/// orientation stay.
final class JpegCopy {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int MARK = 0xFF;
    private static final int STUFFED = 0x00;
    private static final int FIRST_RESTART = 0xD0;
    /// Many times what a progressive image has; decoders do work for each that its size does not tell.
    private static final int MOST_SCANS = 64;

    private final DataInputStream in;
    private final OutputStream out;
    private final PixelLimit limit;
    /// Set by the one frame header there may be.
    private @Nullable Picture picture;
    /// Of the first EXIF segment.
    private int orientation = Exif.UPRIGHT;
    private int scans;

    JpegCopy(DataInputStream in, OutputStream out, PixelLimit limit) {
        this.in = in;
        this.out = out;
        this.limit = limit;
    }

    Picture copy() throws IOException {
        if (in.readUnsignedByte() != MARK || in.readUnsignedByte() != START) {
            throw new BrokenImage("JPEG: no start");
        }
        mark(START);
        var marker = marker();
        while (marker != END) {
            marker = segment(marker);
        }
        mark(END);
        if (picture == null || scans == 0) {
            throw new BrokenImage("JPEG: no picture");
        }
        return new Picture(picture.width(), picture.height(), orientation);
    }

    /// Copies or leaves out the segment that begins with `marker`; returns the marker after it.
    private int segment(int marker) throws IOException {
        if (marker < 0xC0 || (marker >= FIRST_RESTART && marker <= START)) {
            throw new BrokenImage("JPEG: a marker where none can be");
        }
        var length = in.readUnsignedShort() - Short.BYTES;
        if (length < 0) {
            throw new BrokenImage("JPEG: a segment of no length");
        }
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new BrokenImage("JPEG: ends too early");
        }
        if (isFrame(marker)) {
            frame(body);
        }
        if (marker == EXIF && Exif.is(body) && orientation == Exif.UPRIGHT) {
            orientation = Exif.orientation(body);
            Exif.write(orientation, out);
        }
        if (isKept(marker, body)) {
            mark(marker);
            out.write((body.length + Short.BYTES) >> Byte.SIZE);
            out.write(body.length + Short.BYTES);
            out.write(body);
        }
        return marker == SCAN ? scan() : marker();
    }

    private void frame(byte[] body) throws BrokenImage {
        if (picture != null || body.length < 6) {
            throw new BrokenImage("JPEG: two pictures, or half a header");
        }
        picture = Picture.upright(number(body, 3), number(body, 1));
        limit.check(picture.width(), picture.height());
    }

    /// Copies packed pixels up to the next marker, which it returns.
    private int scan() throws IOException {
        if (++scans > MOST_SCANS) {
            throw new BrokenImage("JPEG: more than " + MOST_SCANS + " scans");
        }
        while (true) {
            var next = in.readUnsignedByte();
            if (next != MARK) {
                out.write(next);
                continue;
            }
            var marker = in.readUnsignedByte();
            while (marker == MARK) {
                marker = in.readUnsignedByte();
            }
            if (marker != STUFFED && (marker < FIRST_RESTART || marker >= START)) {
                return marker;
            }
            mark(marker);
        }
    }

    private int marker() throws IOException {
        if (in.readUnsignedByte() != MARK) {
            throw new BrokenImage("JPEG: no marker where one must be");
        }
        var marker = in.readUnsignedByte();
        while (marker == MARK) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private void mark(int marker) throws IOException {
        out.write(MARK);
        out.write(marker);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isKept(int marker, byte[] body) {
        return switch (marker) {
            case JFIF -> begins(body, "JFIF\0");
            case PROFILE -> begins(body, "ICC_PROFILE\0");
            case ADOBE -> begins(body, "Adobe");
            default -> marker < JFIF; // the others are of applications, comments, or not defined
        };
    }

    private static boolean begins(byte[] body, String name) {
        var bytes = name.getBytes(StandardCharsets.US_ASCII);
        return body.length >= bytes.length && Arrays.equals(body, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static int number(byte[] body, int at) {
        return ((body[at] & 0xFF) << Byte.SIZE) | (body[at + 1] & 0xFF);
    }
}
