package chat.parlor.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/health`: 200 while this node can serve, else 503 with what is missing.
@RestController
class HealthController {

    private final Mono<List<String>> missing;

    HealthController(Parts parts, HealthProperties properties) {
        // Kept for a moment, so that however often somebody asks, the parts are asked rarely.
        this.missing = Mono.defer(parts::missing).cache(properties.kept());
    }

    @GetMapping("/api/v1/health")
    Mono<ResponseEntity<Health>> health() {
        return missing.map(
                names -> ResponseEntity.status(names.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                        .body(new Health(names.isEmpty(), names)));
    }

    /// The answer.
    ///
    /// @param missing what does not answer: `database`, `broker`, `loops` or a service
    record Health(
            boolean ok,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missing) {}
}
