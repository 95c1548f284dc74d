package chat.parlor.gateway.accounts;

import chat.parlor.chassis.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// How refusals about accounts are answered, whichever route led to them.
@RestControllerAdvice
class AccountProblems {

    private static final String BUSY_SECONDS = "2";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(AccountRefusal refusal) {
        var problem = switch (refusal) {
            case AccountRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case AccountRefusal.EmailTaken taken ->
                Problems.of(HttpStatus.CONFLICT, "email-taken", "The e-mail is taken", taken.getMessage());
            case AccountRefusal.Unknown unknown ->
                Problems.of(HttpStatus.NOT_FOUND, "unknown-account", "There is no such account", unknown.getMessage());
            case AccountRefusal.LastAdministrator last ->
                Problems.of(
                        HttpStatus.CONFLICT, "last-administrator", "Somebody has to administrate", last.getMessage());
            case AccountRefusal.Disabled disabled ->
                Problems.of(HttpStatus.CONFLICT, "account-disabled", "The account is disabled", disabled.getMessage());
        };
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(PasswordsBusy busy) {
        var problem = Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many at once", busy.getMessage());
        return ResponseEntity.of(problem)
                .header(HttpHeaders.RETRY_AFTER, BUSY_SECONDS)
                .build();
    }
}
