package chat.parlor.room.directory;

import chat.parlor.chassis.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Room refusals as problem documents, for every controller: each of them looks up rooms.
@RestControllerAdvice
class RoomProblems {

    @ExceptionHandler
    ProblemDetail refused(RoomRefusal refusal) {
        return switch (refusal) {
            case RoomRefusal.NotAMember unseen ->
                Problems.of(HttpStatus.FORBIDDEN, "not-a-member", "Not a member", unseen.getMessage());
        };
    }
}
