package chat.parlor.message.files;

import chat.parlor.message.images.ImageFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A kind of file that can be allowed.
public enum FileKind {
    JPEG("image/jpeg", ImageFormat.JPEG, "jpg", "jpeg"),
    PNG("image/png", ImageFormat.PNG, "png"),
    GIF("image/gif", ImageFormat.GIF, "gif"),
    WEBP("image/webp", ImageFormat.WEBP, "webp"),
    PDF("application/pdf", null, "pdf"),
    DOC("application/msword", null, "doc"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", null, "docx");

    private final String type;
    private final @Nullable ImageFormat image;
    private final String ending;
    private final String otherEnding;

    FileKind(String type, @Nullable ImageFormat image, String ending) {
        this(type, image, ending, ending);
    }

    FileKind(String type, @Nullable ImageFormat image, String ending, String otherEnding) {
        this.type = type;
        this.image = image;
        this.ending = "." + ending;
        this.otherEnding = "." + otherEnding;
    }

    /// The kind of `file`, by what is in it; absent when it is none that can be allowed. Blocks.
    public static Optional<FileKind> of(Path file) throws IOException {
        return FileKinds.of(file);
    }

    /// The media type.
    public String type() {
        return type;
    }

    /// How it is an image, if it is one: then a browser may show it in place.
    public Optional<ImageFormat> image() {
        return Optional.ofNullable(image);
    }

    /// What a file that its uploader called `given` is called: fit to be shown and saved, and with an ending that says
    /// what it is, because what is saved is opened by its ending.
    public String named(String given) {
        var name = FileName.of(given);
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(ending) || lower.endsWith(otherEnding) ? name : name + ending;
    }
}
