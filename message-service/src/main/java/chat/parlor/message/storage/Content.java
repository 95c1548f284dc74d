package chat.parlor.message.storage;

import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

/// What is in a file that is kept. Bytes are fetched when they are asked for and as fast as they are taken, so a file
/// is
/// never in memory as a whole.
///
/// @param size in bytes
public record Content(long size, Source source) {

    /// Where the bytes come from.
    @FunctionalInterface
    public interface Source {
        /// `length` bytes, at least one, beginning with the one at `from`, which is 0 for the first.
        Flux<DataBuffer> read(long from, long length);
    }

    /// All bytes.
    public Flux<DataBuffer> whole() {
        return part(0, size);
    }

    /// `length` bytes beginning with the one at `from`.
    public Flux<DataBuffer> part(long from, long length) {
        return length == 0 ? Flux.empty() : source.read(from, length);
    }
}
