package chat.parlor.room.visibility;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.chassis.problem.Problems.FieldError;
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

/// What agents see, over HTTP. What is set reaches turns from then on at once, and rooms as they are within seconds.
@RestController
@RequestMapping("/api/v1/visibility")
class VisibilityController {

    private static final String ADMINISTRATOR = "administrator";
    private static final List<FieldError> AGENTS = List.of(new FieldError("agents", "expected: all or own"));

    private final ScopeStore store;

    VisibilityController(ScopeStore store) {
        this.store = store;
    }

    /// @param agents null only when it arrives so
    record Form(@Nullable String agents) {

        /// Fails with [VisibilityRefusal.Unknown].
        Scope scope() {
            return Scope.from(agents == null ? "" : agents).orElseThrow(VisibilityRefusal.Unknown::new);
        }
    }

    /// What is set.
    record View(Scope agents) {}

    @GetMapping
    Mono<View> show(Caller caller) {
        return administrator(caller).then(Mono.defer(store::scope)).map(View::new);
    }

    @PutMapping
    Mono<View> save(@RequestBody Form form, Caller caller) {
        return administrator(caller)
                .then(Mono.fromCallable(form::scope))
                .delayUntil(store::save)
                .map(View::new);
    }

    private static Mono<Void> administrator(Caller caller) {
        return caller.has(ADMINISTRATOR) ? Mono.empty() : Mono.error(VisibilityRefusal.NotAllowed::new);
    }

    @ExceptionHandler
    ProblemDetail refused(VisibilityRefusal refusal) {
        return switch (refusal) {
            case VisibilityRefusal.Unknown unknown -> Problems.invalid(AGENTS);
            case VisibilityRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
        };
    }
}
