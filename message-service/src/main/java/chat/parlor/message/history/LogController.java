package chat.parlor.message.history;

import chat.parlor.message.ledger.Ledger;
import chat.parlor.message.ledger.Page;
import chat.parlor.message.ledger.Range;
import chat.parlor.message.ledger.Rebuilt;
import chat.parlor.message.reads.ReadMark;
import chat.parlor.message.reads.ReadMarks;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The log of record, for whoever makes a read model anew from it.
@RestController
class LogController {

    private static final int ENTRIES = 200;
    private static final int MARKS = 1_000;

    private final Ledger ledger;
    private final ReadMarks marks;

    LogController(Ledger ledger, ReadMarks marks) {
        this.ledger = ledger;
        this.marks = marks;
    }

    /// A page of a timeline; the last when it reaches the head.
    record Log(long epoch, long head, List<TypedEntry> entries) {

        static Log of(Page page) {
            return new Log(
                    page.epoch(),
                    page.head(),
                    page.entries().stream().map(TypedEntry::of).toList());
        }
    }

    /// A page of the marks of a room; the last when it is empty.
    record Marks(List<ReadMark> items) {}

    /// The first 200 entries after a place, folded: texts that were deleted do not leave this service.
    @GetMapping("/internal/rooms/{room}/log")
    Mono<Log> log(@PathVariable String room, @RequestParam long after) {
        return ledger.page(room, new Range.After(after, ENTRIES)).map(Log::of);
    }

    /// All entries as they were stored, one a line, also what was edited or deleted since: for a guest who asks what is
    /// kept of it. guest-service has checked who asks.
    @GetMapping(path = "/internal/rooms/{room}/originals", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<TypedEntry> originals(@PathVariable String room) {
        return ledger.originals(room).map(TypedEntry::of);
    }

    /// The first 1,000 marks after a member, in order of members.
    @GetMapping("/internal/rooms/{room}/marks")
    Mono<Marks> marks(@PathVariable String room, @RequestParam String after) {
        return marks.page(room, after, MARKS).collectList().map(Marks::new);
    }

    /// Makes the folds anew from the entries. Runs to its end also when the caller hangs up.
    @PostMapping("/internal/folds/rebuild")
    Mono<Rebuilt> rebuild() {
        return ledger.rebuildFolds();
    }
}
