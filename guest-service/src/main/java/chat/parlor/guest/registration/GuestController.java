package chat.parlor.guest.registration;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.chassis.problem.Refusal;
import chat.parlor.guest.admission.AdmissionRefusal;
import chat.parlor.guest.admission.GuestForm;
import chat.parlor.guest.identity.IdentityRefusal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/guests")
class GuestController {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private final Guests guests;
    private final Recognition recognition;
    private final Conversations conversations;

    GuestController(Guests guests, Recognition recognition, Conversations conversations) {
        this.guests = guests;
        this.recognition = recognition;
        this.conversations = conversations;
    }

    /// @param identity a JWT that the host page's server signed
    record Presented(@Nullable String identity) {}

    record Begun(Guest guest, JsonNode room) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Started> start(Caller caller, @RequestBody GuestForm form) {
        return guests.start(form, caller.address());
    }

    @PostMapping("/identity")
    Mono<Recognized> recognize(Caller caller, @RequestBody Presented presented) {
        return recognition.recognize(Objects.requireNonNullElse(presented.identity(), ""), caller);
    }

    @PostMapping("/me/rooms")
    Mono<ResponseEntity<Begun>> begin(Caller caller, @RequestBody Conversations.Opening opening) {
        if (!caller.is(CallerKind.GUEST)) {
            return Mono.error(new GuestRefusal.UnknownToken());
        }
        return conversations
                .begin(opening, caller)
                .map(done -> ResponseEntity.status(done.begun() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(new Begun(done.guest(), done.room())));
    }

    @GetMapping("/me")
    Mono<Me> me(Caller caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String credential) {
        return caller.kind() == CallerKind.GUEST
                ? guests.me(caller.id(), credential)
                : Mono.error(new GuestRefusal.UnknownToken());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(AdmissionRefusal refusal) {
        return switch (refusal) {
            case AdmissionRefusal.InvalidForm invalid -> answer(Problems.invalid(invalid.errors()));
            case AdmissionRefusal.TooManyStarts tooMany ->
                later(problem(HttpStatus.TOO_MANY_REQUESTS, "too-many", tooMany), tooMany.retryAfter());
            case AdmissionRefusal.ChatDisabled disabled ->
                answer(problem(HttpStatus.FORBIDDEN, "chat-disabled", disabled));
        };
    }

    @ExceptionHandler
    ProblemDetail refused(IdentityRefusal refusal) {
        return IdentityRefusal.problem(refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(GuestRefusal refusal) {
        return switch (refusal) {
            case GuestRefusal.RoomsAway away ->
                later(problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", away), TRY_AGAIN);
            case GuestRefusal.UnknownToken unknown ->
                answer(problem(HttpStatus.UNAUTHORIZED, "unknown-token", unknown));
        };
    }

    private static ProblemDetail problem(HttpStatus status, String code, Refusal refusal) {
        return Problems.of(status, code, status.getReasonPhrase(), refusal.getMessage());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem, Duration wait) {
        var seconds = wait.plusNanos(1_000_000_000 - 1).toSeconds();
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(problem);
    }
}
