package chat.parlor.guest.registration;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Tells the gateway whose token it was given. Only services reach it.
@RestController
class TokenController {

    private final Guests guests;

    TokenController(Guests guests) {
        this.guests = guests;
    }

    record Presented(String token) {}

    record Resolved(String id, String name) {}

    @PostMapping("/internal/tokens")
    Mono<ResponseEntity<Resolved>> resolve(@RequestBody Presented presented) {
        return guests.byToken(presented.token())
                .map(guest -> ResponseEntity.ok(new Resolved(guest.id(), guest.name())))
                .defaultIfEmpty(ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }
}
