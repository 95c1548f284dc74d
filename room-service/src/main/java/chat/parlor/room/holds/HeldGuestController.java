package chat.parlor.room.holds;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Whether anything of a guest is held. Only services reach this: whoever is about to erase the guest.
@RestController
class HeldGuestController {

    private final Holds holds;

    HeldGuestController(Holds holds) {
        this.holds = holds;
    }

    record OfGuest(boolean held) {}

    @GetMapping("/internal/guests/{guest}/holds")
    Mono<OfGuest> ofGuest(@PathVariable String guest) {
        return holds.ofGuest(guest).map(OfGuest::new);
    }
}
