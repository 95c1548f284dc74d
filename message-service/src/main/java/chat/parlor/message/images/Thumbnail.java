package chat.parlor.message.images;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A small copy of an image. Every so many pixels are read, so that the memory it takes depends on the copy, not on the
/// original.
final class Thumbnail {

    private static final int START_OF_JPEG = 2;

    private final int edge;

    /// @param edge the longer one, in pixels
    Thumbnail(int edge) {
        this.edge = edge;
    }

    /// Writes it as PNG where one can see through it, else as JPEG.
    ///
    /// @return the media type
    String write(ImageFormat format, int orientation, Path from, Path to) throws IOException {
        var small = scaled(read(format, from));
        var type = small.getColorModel().hasAlpha() ? "png" : "jpeg";
        var bytes = new ByteArrayOutputStream();
        try (var packed = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(small, type, packed);
        }
        try (var out = Files.newOutputStream(to)) {
            save(bytes.toByteArray(), orientation, out);
        }
        return "image/" + type;
    }

    private BufferedImage read(ImageFormat format, Path from) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var in = new FileImageInputStream(from.toFile())) {
            reader.setInput(in, true, true);
            return read(reader);
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader) throws IOException {
        var longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        var step = Math.max(1, longest / (2 * edge));
        var every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }

    private BufferedImage scaled(BufferedImage image) {
        var longest = Math.max(image.getWidth(), image.getHeight());
        var width = Math.max(1, image.getWidth() * Math.min(edge, longest) / longest);
        var height = Math.max(1, image.getHeight() * Math.min(edge, longest) / longest);
        var alpha = image.getColorModel().hasAlpha();
        var small = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private static void save(byte[] image, int orientation, OutputStream out) throws IOException {
        out.write(image, 0, START_OF_JPEG);
        Exif.write(orientation, out);
        out.write(image, START_OF_JPEG, image.length - START_OF_JPEG);
    }
}
