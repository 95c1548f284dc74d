package chat.parlor.room.links;

import chat.parlor.chassis.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Link refusals as problem documents, for the two controllers of this feature.
@RestControllerAdvice
class LinkProblems {

    @ExceptionHandler
    ProblemDetail refused(LinkRefusal refusal) {
        return switch (refusal) {
            case LinkRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case LinkRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
            case LinkRefusal.NoGuest none ->
                Problems.of(HttpStatus.CONFLICT, "wrong-status", "Not possible here", none.getMessage());
        };
    }
}
