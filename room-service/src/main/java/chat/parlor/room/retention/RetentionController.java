package chat.parlor.room.retention;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How long what is kept is kept, over HTTP.
@RestController
@RequestMapping("/api/v1/retention")
class RetentionController {

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    @GetMapping
    Mono<Policy> current(Caller caller) {
        return retention.current(caller);
    }

    @PutMapping
    Mono<Policy> change(@RequestBody Policy wanted, Caller caller) {
        return retention.change(caller, wanted);
    }

    @GetMapping("/preview")
    Mono<Retention.Preview> preview(
            @RequestParam @Nullable Integer guest,
            @RequestParam @Nullable Integer direct,
            @RequestParam @Nullable Integer group,
            Caller caller) {
        return retention.preview(caller, new Policy(guest, direct, group));
    }

    @ExceptionHandler
    ProblemDetail refused(RetentionRefusal refusal) {
        return switch (refusal) {
            case RetentionRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case RetentionRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
        };
    }
}
