package chat.parlor.gateway.feed;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What happened in guests' rooms, in one order.
@Service
public class Feed {

    private final FeedStore store;
    private final FeedHead head;
    private final FeedProperties properties;

    Feed(FeedStore store, FeedHead head, FeedProperties properties) {
        this.store = store;
        this.head = head;
        this.properties = properties;
    }

    /// Where the feed ends.
    public Mono<Long> end() {
        return unbroken(store.bounds()).map(Bounds::head);
    }

    /// The next events behind `position`, oldest first, as far as they are kept; none when it is the newest.
    public Mono<List<FeedEvent>> page(long position) {
        return store.after(position, properties.page()).collectList();
    }

    /// Completes when everything behind `position` is kept; else fails with [FeedRefusal].
    Mono<Long> checked(long position) {
        return unbroken(store.bounds())
                .doOnNext(bounds -> bounds.require(position))
                .thenReturn(position);
    }

    /// Every event behind `position`, each once and without a gap, then what comes. Reads on only when what was read
    /// is gone; never ends by itself.
    ///
    /// @return fails with [FeedRefusal] when the position is none that can be followed, or the reader so slow that
    ///     what it wants next is not kept any more
    Flux<FeedEvent> from(long position) {
        return Flux.defer(() -> {
            var reader = new Reader(position);
            return Flux.defer(reader::next).repeat();
        });
    }

    /// A query that the end of a stream does not cancel: that could cost a connection of the pool.
    private static <T> Mono<T> unbroken(Mono<T> query) {
        return Mono.defer(() -> Mono.fromFuture(query.toFuture(), true));
    }

    private final class Reader {
        /// The last event that was handed on.
        private final AtomicLong position;

        Reader(long position) {
            this.position = new AtomicLong(position);
        }

        Flux<FeedEvent> next() {
            return unbroken(page()).flatMapMany(page -> page.isEmpty() ? waited() : handedOn(page));
        }

        /// The bounds first: what they tell of is among the events.
        private Mono<List<FeedEvent>> page() {
            var behind = position.get();
            return store.bounds()
                    .doOnNext(bounds -> bounds.require(behind))
                    .flatMap(bounds -> store.after(behind, properties.page())
                            .collectList()
                            .doOnNext(page -> requireNext(page, bounds)));
        }

        /// It may have been forgotten between the two questions.
        private void requireNext(List<FeedEvent> page, Bounds bounds) {
            if (!page.isEmpty() && page.getFirst().position() != position.get() + 1) {
                throw new FeedRefusal.TooOld(bounds);
            }
        }

        private Flux<FeedEvent> handedOn(List<FeedEvent> page) {
            return Flux.fromIterable(page).doOnNext(event -> position.set(event.position()));
        }

        private Flux<FeedEvent> waited() {
            return head.beyond(position.get()).thenMany(Flux.empty());
        }
    }
}
