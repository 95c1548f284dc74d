package chat.parlor.message.history;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.message.access.Checks;
import chat.parlor.message.access.RoomsUnavailable;
import chat.parlor.message.ledger.Page;
import chat.parlor.message.ledger.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `GET /api/v1/rooms/{room}/timeline`: pages of a timeline for its members.
@RestController
class TimelineController {

    private static final int LARGEST_PAGE = 100;
    private static final String RETRY_SECONDS = "2";

    private final History history;
    private final HistoryProperties properties;

    TimelineController(History history, HistoryProperties properties) {
        this.history = history;
        this.properties = properties;
    }

    /// The body of a page.
    record TimelinePage(long epoch, long head, List<TypedEntry> entries) {

        static TimelinePage of(Page page) {
            return new TimelinePage(
                    page.epoch(),
                    page.head(),
                    page.entries().stream().map(TypedEntry::of).toList());
        }
    }

    @GetMapping("/api/v1/rooms/{room}/timeline")
    Mono<TimelinePage> timeline(
            @PathVariable String room,
            @RequestParam @Nullable Long after,
            @RequestParam @Nullable Long before,
            @RequestParam @Nullable Integer limit,
            Caller caller) {
        if (!Checks.isId(room)) {
            return Mono.error(new HistoryRefusal.NotAMember());
        }
        return Mono.fromCallable(() -> range(after, before, limit))
                .flatMap(range -> history.page(room, caller.id(), range))
                .map(TimelinePage::of);
    }

    private Range range(@Nullable Long after, @Nullable Long before, @Nullable Integer limit) {
        var size = limit == null ? properties.page() : limit;
        if (size < 1 || size > LARGEST_PAGE) {
            throw new HistoryRefusal.BadPosition("limit: " + size + " (expected: 1 to " + LARGEST_PAGE + ")");
        }
        if (after != null && before != null) {
            throw new HistoryRefusal.BadPosition("after and before: expected only one of them");
        }
        if (after != null) {
            return new Range.After(position("after", after), size);
        }
        return before != null ? new Range.Before(position("before", before), size) : new Range.Newest(size);
    }

    private static long position(String parameter, long seq) {
        if (seq < 0 || seq > Positions.HIGHEST) {
            throw new HistoryRefusal.BadPosition(parameter + ": " + seq + " (expected: a seq)");
        }
        return seq;
    }

    @ExceptionHandler
    ProblemDetail refused(HistoryRefusal refusal) {
        return switch (refusal) {
            case HistoryRefusal.NotAMember hidden ->
                Problems.of(HttpStatus.FORBIDDEN, "not-a-member", "Not your room", hidden.getMessage());
            case HistoryRefusal.BadPosition bad ->
                Problems.of(HttpStatus.BAD_REQUEST, "bad-request", "There is no such page", bad.getMessage());
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> later(RoomsUnavailable away) {
        var problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Cannot be checked right now",
                "Whether you are a member cannot be checked right now; try again");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem);
    }
}
