package chat.parlor.message.storage;

import java.nio.file.Path;
import reactor.core.publisher.Mono;

/// Where files are kept, each under a key that is a safe file name. Whatever cannot be done just now fails with
/// [StorageUnavailable] and may be tried again.
public interface Storage {

    /// A folder of this machine in which files come together before they are kept. It need not exist yet.
    Path incoming();

    /// Keeps `file`, which may be gone from its place afterwards. Completes when the file survives a loss of power
    /// of this machine.
    Mono<Void> keep(String key, Path file);

    /// What is kept under `key`; empty when nothing is.
    Mono<Content> open(String key);

    /// Removes what is kept under `key`. Nothing there is no error.
    Mono<Void> remove(String key);
}
