package chat.parlor.room.membership;

import chat.parlor.chassis.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Membership refusals as problem documents, for the three controllers of this feature.
@RestControllerAdvice
class MembershipProblems {

    @ExceptionHandler
    ProblemDetail refused(MembershipRefusal refusal) {
        return switch (refusal) {
            case MembershipRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case MembershipRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
            case MembershipRefusal.RoomFull full -> conflict("room-full", "The room is full", full);
            case MembershipRefusal.LastAdmin last -> conflict("last-admin", "A room needs an admin", last);
            case MembershipRefusal.Taken taken -> conflict("conflict", "Already taken", taken);
        };
    }

    private static ProblemDetail conflict(String code, String title, MembershipRefusal refusal) {
        return Problems.of(HttpStatus.CONFLICT, code, title, refusal.getMessage());
    }
}
