package chat.parlor.presence.grace;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.chassis.problem.Problems.FieldError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The grace period, over HTTP.
@RestController
@RequestMapping("/api/v1/presence/grace")
class GraceController {

    private static final String ADMINISTRATOR = "administrator";
    private static final int LONGEST_SECONDS = 3_600;

    private static final List<FieldError> SECONDS =
            List.of(new FieldError("seconds", "expected: a number from 1 to " + LONGEST_SECONDS));

    private final Grace grace;

    GraceController(Grace grace) {
        this.grace = grace;
    }

    /// @param seconds null only when it arrives so
    record View(@Nullable Integer seconds) {

        /// Fails with [GraceRefusal.OutOfBounds] when it is none.
        Duration period() {
            if (seconds == null || seconds < 1 || seconds > LONGEST_SECONDS) {
                throw new GraceRefusal.OutOfBounds();
            }
            return Duration.ofSeconds(seconds);
        }
    }

    @GetMapping
    Mono<View> show(Caller caller) {
        return administrator(caller).then(Mono.defer(this::view));
    }

    @PutMapping
    Mono<View> save(@RequestBody View wanted, Caller caller) {
        return administrator(caller)
                .then(Mono.fromCallable(wanted::period))
                .flatMap(grace::set)
                .then(Mono.defer(this::view));
    }

    private Mono<View> view() {
        return grace.period().map(period -> new View(Math.toIntExact(period.toSeconds())));
    }

    private static Mono<Void> administrator(Caller caller) {
        return caller.has(ADMINISTRATOR) ? Mono.empty() : Mono.error(GraceRefusal.NotAllowed::new);
    }

    @ExceptionHandler
    ProblemDetail refused(GraceRefusal refusal) {
        return switch (refusal) {
            case GraceRefusal.OutOfBounds out -> Problems.invalid(SECONDS);
            case GraceRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
        };
    }
}
