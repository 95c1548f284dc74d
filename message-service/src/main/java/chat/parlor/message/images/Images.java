package chat.parlor.message.images;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies images without their metadata and makes small copies. Nothing is unpacked and packed again on the way, so
/// what is to be seen stays as it is, animations too. Blocks; call it where that is allowed.
public final class Images {

    private static final Logger LOG = LoggerFactory.getLogger(Images.class);

    private final PixelLimit limit;
    private final Thumbnail thumbnail;
    private final int edge;

    /// @param pixels the most pixels of a picture, or of each of its frames
    /// @param edge the longer edge of a thumbnail, in pixels
    public Images(long pixels, int edge) {
        this.limit = new PixelLimit(pixels);
        this.thumbnail = new Thumbnail(edge);
        this.edge = edge;
    }

    /// Copies the image in `from` to `to`. Fails with [BrokenImage] when it is not an image of that format from
    /// beginning to end, or too large to be shown.
    public Picture copy(ImageFormat format, Path from, Path to) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                var out = new BufferedOutputStream(Files.newOutputStream(to))) {
            var picture = format.copy(in, out, limit);
            out.flush();
            if (format == ImageFormat.WEBP) {
                correctLength(to);
            }
            return picture;
        } catch (EOFException early) {
            throw new BrokenImage(format + ": ends too early");
        }
    }

    /// Writes a small copy to `to`, if the image is larger than that and can be unpacked here: of JPEG and PNG. The
    /// others are shown as they are, which keeps them moving.
    ///
    /// @return its media type; absent when there is none
    public Optional<String> shrink(ImageFormat format, Picture picture, Path from, Path to) {
        if (Math.max(picture.width(), picture.height()) <= edge || !isShrunk(format)) {
            return Optional.empty();
        }
        try {
            return Optional.of(thumbnail.write(format, picture.orientation(), from, to));
        } catch (IOException | RuntimeException unusual) { // readers throw many kinds at what they cannot read
            LOG.info(
                    "no thumbnail format={} reason={}",
                    format,
                    unusual.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static boolean isShrunk(ImageFormat format) {
        return format == ImageFormat.JPEG || format == ImageFormat.PNG;
    }

    private static void correctLength(Path file) throws IOException {
        try (var whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.seek(WebpCopy.LENGTH_AT);
            whole.write(WebpCopy.length(whole.length()));
        }
    }
}
