package chat.parlor.message.attachments;

import chat.parlor.message.attachments.Incoming.Arrived;
import chat.parlor.message.files.FileKind;
import chat.parlor.message.images.BrokenImage;
import chat.parlor.message.images.ImageFormat;
import chat.parlor.message.images.Images;
import chat.parlor.message.images.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds out what has come, refuses what is not allowed, and leaves out of images what is not to be seen. Blocks.
final class Inspection {

    private final Set<FileKind> allowed;
    private final Images images;

    Inspection(Set<FileKind> allowed, Images images) {
        this.allowed = allowed;
        this.images = images;
    }

    /// A file that may be kept.
    ///
    /// @param content what is to be kept
    /// @param thumbnail a small copy
    /// @param thumbnailType its media type
    record Passed(
            String name,
            FileKind kind,
            Path content,
            long size,
            @Nullable Picture picture,
            Path thumbnail,
            @Nullable String thumbnailType) {}

    Passed inspect(Arrived arrived) throws IOException {
        var file = arrived.file();
        if (Files.size(file) == 0) {
            throw new AttachmentRefusal.Broken("The file is empty");
        }
        var kind = FileKind.of(file).filter(allowed::contains).orElseThrow(this::unsupported);
        var image = kind.image();
        return image.isPresent() ? image(arrived, kind, image.get()) : passed(arrived, kind, file, null, null);
    }

    private Passed image(Arrived arrived, FileKind kind, ImageFormat format) throws IOException {
        var clean = arrived.beside("clean");
        try {
            var picture = images.copy(format, arrived.file(), clean);
            var small = images.shrink(format, picture, clean, arrived.beside("small"));
            return passed(arrived, kind, clean, picture, small.orElse(null));
        } catch (BrokenImage broken) {
            throw new AttachmentRefusal.Broken(String.valueOf(broken.getMessage()));
        }
    }

    private static Passed passed(
            Arrived arrived, FileKind kind, Path content, @Nullable Picture picture, @Nullable String small)
            throws IOException {
        var name = kind.named(arrived.name());
        return new Passed(name, kind, content, Files.size(content), picture, arrived.beside("small"), small);
    }

    private AttachmentRefusal unsupported() {
        var names = new TreeSet<String>();
        allowed.forEach(kind -> names.add(kind.name().toLowerCase(Locale.ROOT)));
        return new AttachmentRefusal.Unsupported(String.join(", ", names));
    }
}
