package chat.parlor.guest.rights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A ZIP archive that is written while it is read: of its content only the piece at hand is in memory. One that breaks
/// off has no end and cannot be taken for a whole one.
final class Archive {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(written, StandardCharsets.UTF_8);

    private Archive() {}

    /// A file of the archive.
    record File(String name, Flux<DataBuffer> content) {

        static File of(String name, byte[] content) {
            return new File(name, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(content)));
        }
    }

    /// Something done to the archive.
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /// The bytes of an archive of `files`, one after the other.
    static Flux<DataBuffer> of(Flux<File> files) {
        return Flux.defer(() -> new Archive().write(files));
    }

    private Flux<DataBuffer> write(Flux<File> files) {
        return files.concatMap(this::write, 1).concatWith(step(zip::finish));
    }

    private Flux<DataBuffer> write(File file) {
        var content = file.content()
                .concatMap(piece -> step(() -> take(piece)))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
        return Flux.concat(step(() -> zip.putNextEntry(new ZipEntry(file.name()))), content, step(zip::closeEntry));
    }

    private void take(DataBuffer piece) throws IOException {
        try {
            var bytes = new byte[piece.readableByteCount()];
            piece.read(bytes);
            zip.write(bytes);
        } finally {
            DataBufferUtils.release(piece);
        }
    }

    /// What came out of a step; often nothing yet.
    private Mono<DataBuffer> step(Step step) {
        return Mono.fromCallable(() -> {
                    step.run();
                    var bytes = written.toByteArray();
                    written.reset();
                    return bytes;
                })
                .filter(bytes -> bytes.length > 0)
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }
}
