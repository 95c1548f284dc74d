package chat.parlor.room.holds;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.room.domain.Hold;
import chat.parlor.room.inbox.Inbox;
import chat.parlor.room.inbox.RoomView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Legal holds over HTTP; both verbs answer with the room.
@RestController
@RequestMapping("/api/v1/rooms/{room}/holds/{hold}")
class HoldController {

    private final Holds holds;
    private final Inbox inbox;

    HoldController(Holds holds, Inbox inbox) {
        this.holds = holds;
        this.inbox = inbox;
    }

    @PutMapping
    Mono<RoomView> put(@PathVariable String room, @PathVariable String hold, Caller caller) {
        return change(room, hold, caller, true);
    }

    @DeleteMapping
    Mono<RoomView> lift(@PathVariable String room, @PathVariable String hold, Caller caller) {
        return change(room, hold, caller, false);
    }

    private Mono<RoomView> change(String room, String hold, Caller caller, boolean on) {
        return Mono.justOrEmpty(Hold.from(hold))
                .switchIfEmpty(Mono.error(HoldRefusal.Unknown::new))
                .flatMap(wanted -> holds.change(room, caller, wanted, on))
                .flatMap(changed -> inbox.view(changed, caller));
    }

    @ExceptionHandler
    ProblemDetail refused(HoldRefusal refusal) {
        var what = refusal.getMessage();
        return switch (refusal) {
            case HoldRefusal.NotAllowed not -> Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", what);
            case HoldRefusal.NotHere none ->
                Problems.of(HttpStatus.CONFLICT, "wrong-status", "Not possible here", what);
            case HoldRefusal.Unknown unknown ->
                Problems.of(HttpStatus.NOT_FOUND, "unknown-hold", "There is no such hold", what);
        };
    }
}
