package chat.parlor.message.attachments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Files on their way in: each streams into a folder of its own that is gone when its upload is over, however that
/// ends.
final class Incoming {

    private final Path folder;
    private final long largest;
    private final Scheduler scheduler;

    Incoming(Path folder, long largest, Scheduler scheduler) {
        this.folder = folder;
        this.largest = largest;
        this.scheduler = scheduler;
    }

    /// A file that has come whole.
    ///
    /// @param name what its uploader calls it
    /// @param file where it lies; more can be put beside it
    record Arrived(String name, Path file) {

        Path beside(String other) {
            return file.resolveSibling(other);
        }
    }

    /// A new empty folder.
    Mono<Path> begin() {
        return Mono.fromCallable(() -> Files.createTempDirectory(Files.createDirectories(folder), "upload"))
                .subscribeOn(scheduler);
    }

    /// Removes a folder of [#begin()] and what is in it.
    Mono<Void> end(Path upload) {
        return Mono.fromCallable(() -> FileSystemUtils.deleteRecursively(upload))
                .subscribeOn(scheduler)
                .then();
    }

    /// Writes the file in a form into `upload`, piece by piece as it comes.
    Mono<Arrived> receive(Flux<PartEvent> form, Path upload) {
        var file = new FirstFile();
        var seen = new AtomicLong();
        var pieces = form.<DataBuffer>handle(
                        (event, sink) -> file.content(event).ifPresent(sink::next))
                .map(piece -> counted(piece, seen));
        var raw = upload.resolve("raw");
        return DataBufferUtils.write(pieces, raw)
                .then(Mono.defer(() -> Mono.justOrEmpty(file.name())))
                .map(name -> new Arrived(name, raw))
                .switchIfEmpty(Mono.error(AttachmentRefusal.Missing::new));
    }

    /// Bytes that can still come in. The folder has to be there.
    long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /// Removes what crashes have left behind.
    void sweep(long olderThan) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var left = Files.newDirectoryStream(folder)) {
            for (var upload : left) {
                if (Files.getLastModifiedTime(upload).toMillis() < olderThan) {
                    FileSystemUtils.deleteRecursively(upload);
                }
            }
        }
    }

    private DataBuffer counted(DataBuffer piece, AtomicLong seen) {
        if (seen.addAndGet(piece.readableByteCount()) > largest) {
            DataBufferUtils.release(piece);
            throw new AttachmentRefusal.TooLarge(largest);
        }
        return piece;
    }
}
