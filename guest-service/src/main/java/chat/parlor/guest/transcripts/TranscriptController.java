package chat.parlor.guest.transcripts;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/guests/transcripts`: for the guest of a conversation and for the staff in it.
@RestController
@RequestMapping("/api/v1/guests/transcripts")
class TranscriptController {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final Transcripts transcripts;

    TranscriptController(Transcripts transcripts) {
        this.transcripts = transcripts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> send(
            Caller caller,
            @RequestBody Mono<Wanted> body,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String credential) {
        return body.flatMap(wanted -> transcripts.send(wanted, caller, credential));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(TranscriptRefusal refusal) {
        var why = refusal.getMessage();
        return switch (refusal) {
            case TranscriptRefusal.NotAMember hidden -> answer(HttpStatus.FORBIDDEN, "not-a-member", why);
            case TranscriptRefusal.MailOff off -> answer(HttpStatus.CONFLICT, "mail-off", why);
            case TranscriptRefusal.NoEmail nobody -> answer(HttpStatus.CONFLICT, "no-email", why);
            case TranscriptRefusal.TooMany many ->
                later(HttpStatus.TOO_MANY_REQUESTS, "too-many-transcripts", why, many.retryAfter());
            case TranscriptRefusal.HistoryAway away ->
                later(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", why, TRY_AGAIN);
        };
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String why) {
        return ResponseEntity.status(status).body(problem(status, code, why));
    }

    private static ResponseEntity<ProblemDetail> later(HttpStatus status, String code, String why, Duration wait) {
        var problem = problem(status, code, why);
        problem.setProperty("retryAfterMs", wait.toMillis());
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000))))
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String why) {
        return Problems.of(status, code, "The conversation is not sent", why);
    }
}
