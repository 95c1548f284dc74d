package chat.parlor.room.membership;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.room.domain.Id;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;
import chat.parlor.room.inbox.Inbox;
import chat.parlor.room.inbox.RoomView;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Guest rooms for guest-service, shown as the guest may see them.
@RestController
@RequestMapping("/internal/rooms")
class GuestRoomController {

    private final GuestRooms guestRooms;
    private final Inbox inbox;

    GuestRoomController(GuestRooms guestRooms, Inbox inbox) {
        this.guestRooms = guestRooms;
        this.inbox = inbox;
    }

    record Views(List<RoomView> items) {}

    @PutMapping("/{room}")
    Mono<RoomView> make(@PathVariable String room, @RequestBody NewGuestRoom body) {
        if (!Id.is(room)) {
            return Mono.error(new MembershipRefusal.Invalid("room", "expected: an id"));
        }
        return guestRooms.make(room, body).flatMap(this::seenByGuest);
    }

    @GetMapping
    Mono<Views> of(@RequestParam String guest) {
        return guestRooms.of(guest).concatMap(this::seenByGuest).collectList().map(Views::new);
    }

    private Mono<RoomView> seenByGuest(Room room) {
        var side = room.guestSide();
        var guest = side == null ? new Named("", "") : side.guest();
        return inbox.view(room, Caller.of(guest.id(), CallerKind.GUEST, guest.name()));
    }
}
