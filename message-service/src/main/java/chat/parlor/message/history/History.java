package chat.parlor.message.history;

import chat.parlor.message.access.Rooms;
import chat.parlor.message.ledger.Ledger;
import chat.parlor.message.ledger.Page;
import chat.parlor.message.ledger.Range;
import chat.parlor.message.reads.ReadMark;
import chat.parlor.message.reads.ReadMarks;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads timelines for those who may, and for the gateway what somebody has missed.
@Component
class History {

    private final Rooms rooms;
    private final Ledger ledger;
    private final ReadMarks reads;
    private final HistoryProperties properties;
    private final MeterRegistry meters;

    History(Rooms rooms, Ledger ledger, ReadMarks reads, HistoryProperties properties, MeterRegistry meters) {
        this.rooms = rooms;
        this.ledger = ledger;
        this.reads = reads;
        this.properties = properties;
        this.meters = meters;
    }

    /// What somebody who has the room open up to a position needs.
    ///
    /// @param page holds either every entry after the position or the newest ones
    /// @param resumed whether it is the former
    record CatchUp(Page page, boolean resumed) {}

    /// A page for `member`; fails with [HistoryRefusal.NotAMember] for everybody who may not read the room.
    Mono<Page> page(String room, String member, Range range) {
        return rooms.mayRead(room, member)
                .filter(allowed -> allowed)
                .switchIfEmpty(Mono.error(HistoryRefusal.NotAMember::new))
                .flatMap(allowed -> ledger.page(room, range))
                .as(History::uncancelled);
    }

    /// Everything after `after` if it is of this epoch and not too much, else the newest page.
    Mono<CatchUp> catchUp(String room, long epoch, OptionalLong after, int newest) {
        var range = after.isPresent()
                ? new Range.Missed(epoch, after.getAsLong(), properties.longestResume(), newest)
                : new Range.Newest(newest);
        return ledger.page(room, range)
                .map(page -> new CatchUp(page, after.isPresent() && page.resumes(epoch, after.getAsLong())))
                .doOnNext(this::count)
                .as(History::uncancelled);
    }

    /// Who has read how far, as far as a client can show it.
    Mono<List<ReadMark>> readers(String room) {
        return reads.newest(room, properties.page()).collectList().as(History::uncancelled);
    }

    private void count(CatchUp catchUp) {
        meters.counter("parlor.message.catch.up", "result", catchUp.resumed() ? "resumed" : "snapshot")
                .increment();
    }

    /// Lets a query run to its end when the caller hangs up: a cancelled one can cost the pool a connection.
    private static <T> Mono<T> uncancelled(Mono<T> query) {
        return Mono.defer(() -> Mono.fromFuture(query.toFuture(), true));
    }
}
