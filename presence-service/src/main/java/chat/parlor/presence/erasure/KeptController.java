package chat.parlor.presence.erasure;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// What is kept of somebody, for whoever gives it out. Only services reach this.
@RestController
class KeptController {

    private final KeptPeople people;

    KeptController(KeptPeople people) {
        this.people = people;
    }

    @GetMapping("/internal/people/{member}")
    Mono<List<JsonNode>> of(@PathVariable String member) {
        return people.of(member);
    }
}
