package chat.parlor.room.summary;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What became of the conversations of a room.
@RestController
class SummaryController {

    private final Summaries summaries;

    SummaryController(Summaries summaries) {
        this.summaries = summaries;
    }

    record Views(List<Summary> items) {}

    @GetMapping("/api/v1/rooms/{room}/summaries")
    Mono<Views> show(@PathVariable String room, Caller caller) {
        return summaries.of(room, caller).map(Views::new);
    }

    @ExceptionHandler
    ProblemDetail refused(SummaryRefusal refusal) {
        return switch (refusal) {
            case SummaryRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
            case SummaryRefusal.NoGuest none ->
                Problems.of(HttpStatus.CONFLICT, "wrong-status", "Not possible here", none.getMessage());
        };
    }
}
