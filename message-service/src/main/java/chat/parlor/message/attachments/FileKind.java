package chat.parlor.message.attachments;

import chat.parlor.message.images.ImageFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A kind of file that can be allowed.
enum FileKind {
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

    /// The media type.
    String type() {
        return type;
    }

    /// How it is an image, if it is one: then a browser may show it in place.
    Optional<ImageFormat> image() {
        return Optional.ofNullable(image);
    }

    /// The name with an ending that says what it is: what is saved is opened by its ending.
    String named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(ending) || lower.endsWith(otherEnding) ? name : name + ending;
    }
}
