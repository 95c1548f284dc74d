package chat.parlor.room.routing;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.chassis.problem.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How guests get to agents, over HTTP.
@RestController
@RequestMapping("/api/v1/routing")
class RoutingController {

    private static final FieldError CAPACITY =
            new FieldError("capacity", "expected: a number from 0 to " + RoutingRules.LARGEST);

    private final RoutingSettings settings;

    RoutingController(RoutingSettings settings) {
        this.settings = settings;
    }

    /// The rules as they arrive.
    record Form(@Nullable String policy, @Nullable Integer capacity) {

        /// Fails with [RoutingRefusal.Invalid] naming each field that makes no sense.
        RoutingRules rules() {
            var errors = new ArrayList<FieldError>();
            var known = Policy.from(policy == null ? "" : policy);
            if (known.isEmpty()) {
                errors.add(new FieldError("policy", "expected: manual, round-robin or least-busy"));
            }
            if (capacity == null || !RoutingRules.isCapacity(capacity)) {
                errors.add(CAPACITY);
            }
            if (!errors.isEmpty() || capacity == null) {
                throw new RoutingRefusal.Invalid(errors);
            }
            return new RoutingRules(known.orElseThrow(), capacity);
        }
    }

    /// @param capacity that of this agent; that of the others when absent
    record AgentForm(@Nullable Integer capacity) {

        /// Fails with [RoutingRefusal.Invalid] when it is out of bounds.
        Optional<Integer> wanted() {
            if (capacity != null && !RoutingRules.isCapacity(capacity)) {
                throw new RoutingRefusal.Invalid(List.of(CAPACITY));
            }
            return Optional.ofNullable(capacity);
        }
    }

    @GetMapping
    Mono<RoutingView> show(Caller caller) {
        return settings.show(caller);
    }

    @PutMapping
    Mono<RoutingView> save(@RequestBody Form form, Caller caller) {
        return Mono.fromCallable(form::rules).flatMap(rules -> settings.save(caller, rules));
    }

    @PutMapping("/agents/{account}")
    Mono<RoutingView> saveAgent(@PathVariable String account, @RequestBody AgentForm form, Caller caller) {
        return Mono.fromCallable(form::wanted)
                .flatMap(wanted -> settings.saveAgent(caller, account, wanted.orElse(null)));
    }

    @ExceptionHandler
    ProblemDetail refused(RoutingRefusal refusal) {
        return switch (refusal) {
            case RoutingRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case RoutingRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
            case RoutingRefusal.UnknownAgent unknown ->
                Problems.of(HttpStatus.NOT_FOUND, "unknown-account", "There is no such account", unknown.getMessage());
        };
    }
}
