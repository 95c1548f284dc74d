package chat.parlor.message.images;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The one thing in a photograph's metadata that is needed to show it: which side is up.
final class Exif {

    static final int UPRIGHT = 1;
    private static final int LAST_ORIENTATION = 8;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final short LITTLE_ENDIAN = 0x4949;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int VALUE = 8;
    private static final int SHORT_TYPE = 3;
    private static final int SEGMENT_LENGTH = 34;

    private Exif() {}

    static boolean is(byte[] segment) {
        return segment.length > NAME.length && Arrays.equals(segment, 0, NAME.length, NAME, 0, NAME.length);
    }

    /// The orientation in an EXIF segment; upright when it says none that there is.
    static int orientation(byte[] segment) {
        try {
            return read(ByteBuffer.wrap(segment, NAME.length, segment.length - NAME.length)
                    .slice());
        } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    private static int read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(Integer.BYTES);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var entry = 0; entry < entries; entry++) {
            var at = directory + Short.BYTES + entry * ENTRY;
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION_TAG) {
                return known(tiff.getShort(at + VALUE));
            }
        }
        return UPRIGHT;
    }

    private static int known(int value) {
        return value > UPRIGHT && value <= LAST_ORIENTATION ? value : UPRIGHT;
    }

    /// Writes a JPEG segment that says nothing but the orientation; nothing at all when it is upright.
    static void write(int orientation, OutputStream out) throws IOException {
        if (orientation == UPRIGHT) {
            return;
        }
        var segment = ByteBuffer.allocate(Short.BYTES + SEGMENT_LENGTH);
        segment.putShort((short) 0xFFE1).putShort((short) SEGMENT_LENGTH).put(NAME);
        segment.put(new byte[] {'M', 'M', 0, '*'}).putInt(VALUE).putShort((short) 1);
        segment.putShort((short) ORIENTATION_TAG).putShort((short) SHORT_TYPE).putInt(1);
        segment.putShort((short) orientation).putShort((short) 0).putInt(0);
        out.write(segment.array());
    }
}
