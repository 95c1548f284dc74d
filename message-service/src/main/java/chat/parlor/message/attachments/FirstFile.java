package chat.parlor.message.attachments;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/// The first part `file` of a form while the form streams by; everything else in it is passed over.
final class FirstFile {

    private static final String PART = "file";

    /// What the browser calls the file; set by its first piece.
    private @Nullable String name;
    /// Set by its last piece.
    private boolean over;

    /// The next piece of the file, if `event` brings one.
    Optional<DataBuffer> content(PartEvent event) {
        if (over || !PART.equals(event.name()) || !(event instanceof FilePartEvent file)) {
            DataBufferUtils.release(event.content());
            return Optional.empty();
        }
        name = file.filename();
        over = event.isLast();
        return Optional.of(event.content());
    }

    /// What it is called, when all of it has come.
    Optional<String> name() {
        return over ? Optional.ofNullable(name) : Optional.empty();
    }
}
