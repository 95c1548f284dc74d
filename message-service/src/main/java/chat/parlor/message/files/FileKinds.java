package chat.parlor.message.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// Tells what a file is by what is in it. Names and what a browser says about it do not count.
final class FileKinds {

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    private FileKinds() {}

    /// The kind of `file`; absent when it is none that can be allowed.
    static Optional<FileKind> of(Path file) throws IOException {
        return switch (detected(file)) {
            case "image/jpeg" -> Optional.of(FileKind.JPEG);
            case "image/png", "image/apng" -> Optional.of(FileKind.PNG);
            case "image/gif" -> Optional.of(FileKind.GIF);
            case "image/webp" -> Optional.of(FileKind.WEBP);
            case "application/pdf" -> Optional.of(FileKind.PDF);
            case "application/msword", "application/x-tika-msoffice" ->
                WordFiles.isDoc(file) ? Optional.of(FileKind.DOC) : Optional.empty();
            case "application/zip", "application/x-tika-ooxml" ->
                WordFiles.isDocx(file) ? Optional.of(FileKind.DOCX) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String detected(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return MAGIC.detect(in, new Metadata()).getBaseType().toString();
        }
    }
}
