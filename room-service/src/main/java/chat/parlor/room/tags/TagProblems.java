package chat.parlor.room.tags;

import chat.parlor.chassis.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Tag refusals as problem documents, for the two controllers of this feature.
@RestControllerAdvice
class TagProblems {

    @ExceptionHandler
    ProblemDetail refused(TagRefusal refusal) {
        return switch (refusal) {
            case TagRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case TagRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
            case TagRefusal.Unknown unknown ->
                Problems.of(HttpStatus.NOT_FOUND, "unknown-tag", "No such tag", unknown.getMessage());
            case TagRefusal.NameTaken taken -> conflict("tag-taken", "The name is taken", taken);
            case TagRefusal.TooMany most -> conflict("too-many-tags", "No place for another one", most);
            case TagRefusal.NoGuest none -> conflict("wrong-status", "Not possible here", none);
        };
    }

    private static ProblemDetail conflict(String code, String title, TagRefusal refusal) {
        return Problems.of(HttpStatus.CONFLICT, code, title, refusal.getMessage());
    }
}
