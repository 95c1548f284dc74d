package chat.parlor.guest.answers;

import chat.parlor.chassis.http.ServiceClients;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Whether a guest has the conversation open somewhere, as presence-service knows it.
@Component
class Whereabouts {

    private final ServiceClients services;

    Whereabouts(ServiceClients services) {
        this.services = services;
    }

    private record Person(boolean here) {}

    /// Fails when presence-service cannot be asked.
    Mono<Boolean> isThere(String guest) {
        return services.to("presence")
                .get()
                .uri("/internal/people/{guest}", guest)
                .retrieve()
                .bodyToFlux(Person.class)
                .any(Person::here);
    }
}
