package chat.parlor.room.rating;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.room.inbox.Inbox;
import chat.parlor.room.inbox.RoomView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Takes ratings of guests.
@RestController
class RatingController {

    private final Ratings ratings;
    private final Inbox inbox;

    RatingController(Ratings ratings, Inbox inbox) {
        this.ratings = ratings;
        this.inbox = inbox;
    }

    @PutMapping("/api/v1/rooms/{room}/rating")
    Mono<RoomView> rate(@PathVariable String room, @RequestBody RatingForm form, Caller caller) {
        return ratings.rate(room, caller, form).flatMap(rated -> inbox.view(rated, caller));
    }

    @ExceptionHandler
    ProblemDetail refused(RatingRefusal refusal) {
        return switch (refusal) {
            case RatingRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case RatingRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
            case RatingRefusal.NotClosed early ->
                Problems.of(HttpStatus.CONFLICT, "wrong-status", "Not possible now", early.getMessage());
            case RatingRefusal.Final late ->
                Problems.of(HttpStatus.CONFLICT, "rating-final", "Too late to change it", late.getMessage());
        };
    }
}
