package chat.parlor.message.history;

import chat.parlor.message.ledger.Range;
import chat.parlor.message.reads.ReadMark;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `GET /internal/rooms/{room}/entries`: what a socket that opens a room has missed. The gateway has checked who asks.
@RestController
class EntriesController {

    private final History history;
    private final HistoryProperties properties;

    EntriesController(History history, HistoryProperties properties) {
        this.history = history;
        this.properties = properties;
    }

    /// The answer to `room.open`.
    ///
    /// @param result `resumed`: every entry after the position; `snapshot`: the newest page
    /// @param reads who has read how far, those that moved last
    record Entries(long epoch, long head, String result, List<TypedEntry> entries, List<Reader> reads) {

        static Entries of(History.CatchUp catchUp, List<ReadMark> reads) {
            var page = catchUp.page();
            return new Entries(
                    page.epoch(),
                    page.head(),
                    catchUp.resumed() ? "resumed" : "snapshot",
                    page.entries().stream().map(TypedEntry::of).toList(),
                    reads.stream().map(Reader::of).toList());
        }
    }

    /// How far a member has read.
    record Reader(String member, long seq, long ordinal) {

        static Reader of(ReadMark mark) {
            return new Reader(mark.member(), mark.seq(), mark.ordinal());
        }
    }

    /// A position that cannot be one, like any that is not known here, is answered with a snapshot.
    @GetMapping("/internal/rooms/{room}/entries")
    Mono<Entries> entries(
            @PathVariable String room,
            @RequestParam @Nullable Long epoch,
            @RequestParam @Nullable Long after,
            @RequestParam @Nullable Integer limit) {
        var position =
                after == null || after < 0 || after > Positions.HIGHEST ? OptionalLong.empty() : OptionalLong.of(after);
        var newest = limit == null ? properties.page() : Math.clamp(limit, 1, properties.longestResume());
        return history.catchUp(room, epoch == null ? Range.PRESENT_EPOCH : epoch, position, newest)
                .zipWith(history.readers(room), Entries::of);
    }
}
