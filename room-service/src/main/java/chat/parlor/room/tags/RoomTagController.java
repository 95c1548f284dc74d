package chat.parlor.room.tags;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.inbox.Inbox;
import chat.parlor.room.inbox.RoomView;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The tags of a room over HTTP; both verbs answer with the room.
@RestController
@RequestMapping("/api/v1/rooms/{room}/tags/{tag}")
class RoomTagController {

    private final RoomTags tags;
    private final Inbox inbox;

    RoomTagController(RoomTags tags, Inbox inbox) {
        this.tags = tags;
        this.inbox = inbox;
    }

    @PutMapping
    Mono<RoomView> put(@PathVariable String room, @PathVariable String tag, Caller caller) {
        return tags.put(room, caller, tag).flatMap(changed -> inbox.view(changed, caller));
    }

    @DeleteMapping
    Mono<RoomView> takeOff(@PathVariable String room, @PathVariable String tag, Caller caller) {
        return tags.takeOff(room, caller, tag).flatMap(changed -> inbox.view(changed, caller));
    }
}
