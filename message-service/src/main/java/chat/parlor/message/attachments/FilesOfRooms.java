package chat.parlor.message.attachments;

import chat.parlor.message.access.Checks;
import chat.parlor.message.storage.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All files of a room, whoever uploaded them and whether or not a message names them: to be given out or erased
/// together.
@Component
public class FilesOfRooms {

    private static final int AT_ONCE = 200;

    private final RoomFileTable table;
    private final Cellar cellar;
    private final TransactionalOperator transaction;

    FilesOfRooms(RoomFileTable table, Cellar cellar, TransactionalOperator transaction) {
        this.table = table;
        this.cellar = cellar;
        this.transaction = transaction;
    }

    /// A file as it is kept.
    ///
    /// @param seq the message it goes with; none while it waits for one
    record Kept(
            String id,
            String name,
            String type,
            long size,
            String uploader,
            Instant uploadedAt,
            @Nullable Long seq) {}

    /// Counts what was erased, in the transaction that erases it.
    @FunctionalInterface
    public interface Count {
        /// `files` files of `bytes` bytes together are erased.
        Mono<Void> erased(String room, long files, long bytes);
    }

    /// Removes every file of `room`. Files go before their rows, so that a crash between leaves nothing that would not
    /// be found again.
    public Mono<Void> erase(String room, Count count) {
        return Mono.defer(() -> eraseSome(room, count))
                .repeat()
                .takeUntil(gone -> gone < AT_ONCE)
                .then();
    }

    private Mono<Integer> eraseSome(String room, Count count) {
        return table.some(room, "", AT_ONCE)
                .collectList()
                .flatMap(some -> cellar.remove(ids(some))
                        .then(Mono.defer(() -> table.remove(ids(some))
                                .flatMap(gone -> count.erased(room, gone.files(), gone.bytes()))
                                .as(transaction::transactional)))
                        .thenReturn(some.size()));
    }

    /// The files of `room`, in order of their ids.
    Flux<Kept> of(String room) {
        return table.some(room, "", AT_ONCE)
                .collectList()
                .expand(some -> some.size() < AT_ONCE
                        ? Mono.empty()
                        : table.some(room, some.getLast().id(), AT_ONCE).collectList())
                .concatMapIterable(some -> some, 1);
    }

    /// The content of a file; empty when it is not there.
    Mono<Content> content(String id) {
        return Mono.justOrEmpty(id).filter(Checks::isId).flatMap(cellar::open);
    }

    private static List<String> ids(List<Kept> some) {
        return some.stream().map(Kept::id).toList();
    }
}
