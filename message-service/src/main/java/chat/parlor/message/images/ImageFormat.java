package chat.parlor.message.images;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A format of images that is understood well enough to copy only what is to be seen.
public enum ImageFormat {
    JPEG,
    PNG,
    GIF,
    WEBP;

    /// Copies the parts that make the picture, bit by bit as they are, and nothing else.
    Picture copy(DataInputStream in, OutputStream out, PixelLimit limit) throws IOException {
        return switch (this) {
            case JPEG -> new JpegCopy(in, out, limit).copy();
            case PNG -> new PngCopy(in, out, limit).copy();
            case GIF -> new GifCopy(in, out, limit).copy();
            case WEBP -> new WebpCopy(in, out, limit).copy();
        };
    }
}
