package chat.parlor.room.inbox;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.room.directory.Rooms;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Lists and shows rooms.
@RestController
@RequestMapping("/api/v1/rooms")
class InboxController {

    private final Inbox inbox;
    private final Rooms rooms;

    InboxController(Inbox inbox, Rooms rooms) {
        this.inbox = inbox;
        this.rooms = rooms;
    }

    @GetMapping
    Mono<Inbox.Page> list(@RequestParam Map<String, String> parameters, Caller caller) {
        return switch (caller.kind()) {
            case ACCOUNT, GUEST -> inbox.list(InboxQuery.parse(parameters, caller), caller);
            case BOT, SERVICE, ANONYMOUS -> Mono.error(new InboxRefusal.NoInbox());
        };
    }

    @GetMapping("/{room}")
    Mono<RoomView> show(@PathVariable String room, Caller caller) {
        return rooms.visible(room, caller).flatMap(found -> inbox.view(found, caller));
    }

    @ExceptionHandler
    ProblemDetail refused(InboxRefusal refusal) {
        return switch (refusal) {
            case InboxRefusal.BadQuery bad -> Problems.invalid(bad.errors());
            case InboxRefusal.NoInbox none ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", none.getMessage());
        };
    }
}
