package chat.parlor.message.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Images with secrets in them, for tests of whoever takes images.
public final class Samples {

    /// What must not come out.
    public static final String SECRET = "N 52.5200 E 13.4050";

    private Samples() {}

    /// A photograph that has to be turned, with a place, a comment, a preview and something behind its end.
    public static byte[] jpeg(int width, int height, int orientation) {
        var plain = written("jpeg", width, height, BufferedImage.TYPE_INT_RGB);
        var exif = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("Exif\0\0II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.put(40, SECRET.getBytes(StandardCharsets.US_ASCII));
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(segment(0xE1, exif.array()));
        out.writeBytes(segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + SECRET)));
        out.writeBytes(segment(0xED, bytes("Photoshop 3.0\0" + SECRET)));
        out.writeBytes(segment(0xFE, bytes(SECRET)));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(bytes("<script>" + SECRET + "</script>"));
        return out.toByteArray();
    }

    public static byte[] png(int width, int height) {
        var plain = written("png", width, height, BufferedImage.TYPE_INT_ARGB);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 33);
        out.writeBytes(chunk("tEXt", bytes("Comment\0" + SECRET)));
        out.writeBytes(chunk("eXIf", bytes(SECRET)));
        out.write(plain, 33, plain.length - 33);
        out.writeBytes(bytes(SECRET));
        return out.toByteArray();
    }

    /// A PNG of few bytes that says it is huge.
    public static byte[] pngThatSaysItIs(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeBytes(chunk("IHDR", header.array()));
        out.writeBytes(chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /// An animation of two frames.
    public static byte[] gif(int width, int height) {
        var plain = written("gif", width, height, BufferedImage.TYPE_BYTE_INDEXED);
        var table = 13 + 3 * (2 << (plain[10] & 7));
        var frame = Arrays.copyOfRange(plain, table, plain.length - 1);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, table);
        out.writeBytes(extension(0xFF, "NETSCAPE2.0", new byte[] {1, 0, 0}));
        out.writeBytes(extension(0xFE, "", bytes(SECRET)));
        out.writeBytes(extension(0xFF, "XMP DataXMP", bytes(SECRET)));
        out.writeBytes(frame);
        out.writeBytes(frame);
        out.write(0x3B);
        out.writeBytes(bytes(SECRET));
        return out.toByteArray();
    }

    /// As far as a copy looks: header and packed pixels that are none.
    public static byte[] webp(int width, int height) {
        var extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        extended.putInt(0x0C).putInt((width - 1) | (height - 1) << 24).putShort((short) ((height - 1) >> 8));
        var lossless = ByteBuffer.allocate(11).order(ByteOrder.LITTLE_ENDIAN);
        lossless.put((byte) 0x2F).putInt((width - 1) | (height - 1) << 14);
        var body = new ByteArrayOutputStream();
        body.writeBytes(bytes("WEBP"));
        body.writeBytes(riff("VP8X", extended.array()));
        body.writeBytes(riff("VP8L", lossless.array()));
        body.writeBytes(riff("EXIF", bytes(SECRET)));
        body.writeBytes(riff("XMP ", bytes(SECRET)));
        var out = new ByteArrayOutputStream();
        out.writeBytes(riff("RIFF", body.toByteArray()));
        out.writeBytes(bytes(SECRET));
        return out.toByteArray();
    }

    private static byte[] written(String format, int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var random = new Random(7);
        for (var x = 0; x < width; x += 3) {
            for (var y = 0; y < height; y += 3) {
                image.setRGB(x, y, random.nextInt() | 0x40000000);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] body) {
        return ByteBuffer.allocate(body.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .array();
    }

    private static byte[] chunk(String type, byte[] body) {
        var sum = new CRC32();
        sum.update(bytes(type));
        sum.update(body);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(bytes(type))
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] extension(int label, String name, byte[] data) {
        var out = new ByteArrayOutputStream();
        out.write(0x21);
        out.write(label);
        if (!name.isEmpty()) {
            out.write(name.length());
            out.writeBytes(bytes(name));
        }
        out.write(data.length);
        out.writeBytes(data);
        out.write(0);
        return out.toByteArray();
    }

    private static byte[] riff(String name, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes(name))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
