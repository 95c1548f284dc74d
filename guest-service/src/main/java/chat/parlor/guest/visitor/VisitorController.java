package chat.parlor.guest.visitor;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.chassis.problem.Problems.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class VisitorController {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final Visitors visitors;
    private final Portraits portraits;
    private final ToldLimit limit;

    VisitorController(Visitors visitors, Portraits portraits, ToldLimit limit) {
        this.visitors = visitors;
        this.portraits = portraits;
        this.limit = limit;
    }

    record Said(@Nullable Map<String, @Nullable Object> attributes) {}

    @PutMapping("/api/v1/guests/me/attributes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> say(Caller caller, @RequestBody Said said) {
        var errors = new ArrayList<FieldError>();
        var attributes = Attributes.of(Objects.requireNonNullElse(said.attributes(), Map.of()), errors);
        return guest(caller, errors).flatMap(guest -> visitors.said(guest, attributes));
    }

    @PutMapping("/api/v1/guests/me/visit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> visit(
            Caller caller,
            @RequestBody Visit visit,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String agent) {
        return guest(caller, visit.errors()).flatMap(guest -> visitors.visits(guest, visit, Device.of(agent)));
    }

    /// Who tells something, if it may and what it tells is in order.
    private Mono<String> guest(Caller caller, List<FieldError> errors) {
        if (!caller.is(CallerKind.GUEST)) {
            return Mono.error(new VisitorRefusal.UnknownToken());
        }
        if (!errors.isEmpty()) {
            return Mono.error(new VisitorRefusal.Invalid(errors));
        }
        return limit.take(caller.id())
                .map(wait -> Mono.<String>error(new VisitorRefusal.TooOften(wait)))
                .orElseGet(() -> Mono.just(caller.id()));
    }

    @GetMapping("/api/v1/rooms/{room}/visitor")
    Mono<Visitor> visitor(
            Caller caller, @PathVariable String room, @RequestHeader(HttpHeaders.AUTHORIZATION) String credential) {
        return portraits
                .of(room, caller, credential)
                .filter(known -> caller.is(CallerKind.ACCOUNT))
                .switchIfEmpty(Mono.error(VisitorRefusal.NotAllowed::new));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(VisitorRefusal refusal) {
        return switch (refusal) {
            case VisitorRefusal.Invalid invalid -> answer(Problems.invalid(invalid.errors()));
            case VisitorRefusal.TooMany many -> answer(HttpStatus.CONFLICT, "too-many-attributes", many);
            case VisitorRefusal.UnknownToken unknown -> answer(HttpStatus.UNAUTHORIZED, "unknown-token", unknown);
            case VisitorRefusal.NotAMember hidden -> answer(HttpStatus.FORBIDDEN, "not-a-member", hidden);
            case VisitorRefusal.NotAllowed denied -> answer(HttpStatus.FORBIDDEN, "not-allowed", denied);
            case VisitorRefusal.NoVisitor none -> answer(HttpStatus.CONFLICT, "wrong-status", none);
            case VisitorRefusal.TooOften often ->
                later(HttpStatus.TOO_MANY_REQUESTS, "too-many", often, often.retryAfter());
            case VisitorRefusal.RoomsAway away -> later(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", away, TRY_AGAIN);
        };
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, VisitorRefusal refusal) {
        return answer(problem(status, code, refusal));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ResponseEntity<ProblemDetail> later(
            HttpStatus status, String code, VisitorRefusal refusal, Duration wait) {
        var problem = problem(status, code, refusal);
        problem.setProperty("retryAfterMs", wait.toMillis());
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000))))
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String code, VisitorRefusal refusal) {
        return Problems.of(status, code, "The visitor stays as it is", refusal.getMessage());
    }
}
