package chat.parlor.room.queue;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.room.domain.Access;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Shows the numbers of the desk.
@RestController
@RequestMapping("/api/v1/queue")
class QueueController {

    private final Queue queue;

    QueueController(Queue queue) {
        this.queue = queue;
    }

    @GetMapping
    Mono<QueueNumbers> numbers(Caller caller) {
        return Access.isAgent(caller) ? queue.numbers() : Mono.error(QueueRefusal.NotStaff::new);
    }

    @ExceptionHandler
    ProblemDetail refused(QueueRefusal refusal) {
        return switch (refusal) {
            case QueueRefusal.NotStaff not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
        };
    }
}
