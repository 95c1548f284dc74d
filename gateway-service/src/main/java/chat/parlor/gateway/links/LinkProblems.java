package chat.parlor.gateway.links;

import chat.parlor.chassis.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// How refusals about links are answered, whichever route led to them.
@RestControllerAdvice
class LinkProblems {

    private static final String TITLE = "The link does not work";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(LinkRefusal refusal) {
        var why = refusal.getMessage();
        return switch (refusal) {
            case LinkRefusal.Unknown unknown -> answer(HttpStatus.NOT_FOUND, "unknown-link", why);
            case LinkRefusal.Used used -> answer(HttpStatus.GONE, "link-used", why);
            case LinkRefusal.Expired expired -> answer(HttpStatus.GONE, "link-expired", why);
            case LinkRefusal.Revoked revoked -> answer(HttpStatus.GONE, "link-revoked", why);
            case LinkRefusal.Full full -> answer(HttpStatus.CONFLICT, "too-many-invitations", why);
            case LinkRefusal.MailOff off -> answer(HttpStatus.CONFLICT, "mail-off", why);
            case LinkRefusal.TooMany many -> later(many);
        };
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String why) {
        return ResponseEntity.of(Problems.of(status, code, TITLE, why)).build();
    }

    private static ResponseEntity<ProblemDetail> later(LinkRefusal.TooMany many) {
        var problem = Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many attempts", many.getMessage());
        problem.setProperty("retryAfterMs", many.retryAfter().toMillis());
        var seconds = Math.max(1, Math.ceilDiv(many.retryAfter().toMillis(), 1000));
        return ResponseEntity.of(problem)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .build();
    }
}
