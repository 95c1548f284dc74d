package chat.parlor.message.storage;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Files in a folder, on threads of its own.
final class Disk implements Storage, DisposableBean {

    private static final int THREADS = 4;
    private static final int QUEUE = 1_000;
    private static final int PIECE = 64 * 1024;

    private final Scheduler threads = Schedulers.newBoundedElastic(THREADS, QUEUE, "disk");
    private final Path folder;

    Disk(Path folder) {
        this.folder = folder;
    }

    /// On the same file system as what is kept, so that keeping a file is a move.
    @Override
    public Path incoming() {
        return folder.resolve("incoming");
    }

    @Override
    public Mono<Void> keep(String key, Path file) {
        return blocking(() -> move(file, place(key))).then();
    }

    @Override
    public Mono<Content> open(String key) {
        var place = place(key);
        return Mono.fromCallable(() -> Files.size(place))
                .subscribeOn(threads)
                .map(size -> new Content(size, (from, length) -> read(place, from, length)))
                .onErrorResume(NoSuchFileException.class, gone -> Mono.empty())
                .onErrorMap(IOException.class, StorageUnavailable::new);
    }

    @Override
    public Mono<Void> remove(String key) {
        return blocking(() -> Files.deleteIfExists(place(key))).then();
    }

    @Override
    public void destroy() {
        threads.dispose();
    }

    private Path place(String key) {
        return folder.resolve(Places.of(key));
    }

    private <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads).onErrorMap(IOException.class, StorageUnavailable::new);
    }

    private static Flux<DataBuffer> read(Path place, long from, long length) {
        var pieces = DataBufferUtils.readAsynchronousFileChannel(
                () -> AsynchronousFileChannel.open(place, StandardOpenOption.READ),
                from,
                DefaultDataBufferFactory.sharedInstance,
                PIECE);
        return DataBufferUtils.takeUntilByteCount(pieces, length)
                .onErrorMap(IOException.class, StorageUnavailable::new);
    }

    private static Path move(Path file, Path place) throws IOException {
        var parent = place.resolveSibling("");
        Files.createDirectories(parent);
        sync(file, StandardOpenOption.WRITE);
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        sync(parent, StandardOpenOption.READ);
        return place;
    }

    private static void sync(Path path, StandardOpenOption access) throws IOException {
        try (var open = FileChannel.open(path, access)) {
            open.force(true);
        }
    }
}
