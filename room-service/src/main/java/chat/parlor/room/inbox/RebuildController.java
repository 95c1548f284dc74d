package chat.parlor.room.inbox;

import chat.parlor.chassis.problem.Problems;
import chat.parlor.room.inbox.InboxRebuild.Rebuilt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

/// `POST /internal/inbox/rebuild`: for operators, who call as a service (`./parlor rebuild inbox`). What was done
/// stays done when the caller hangs up.
@RestController
class RebuildController {

    private final InboxRebuild rebuild;

    RebuildController(InboxRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @PostMapping("/internal/inbox/rebuild")
    Mono<Rebuilt> rebuild() {
        return rebuild.rebuild();
    }

    @ExceptionHandler
    ProblemDetail away(WebClientException failure) {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The log of record cannot be read",
                "message-service does not answer as it should; what was done stays done");
    }
}
