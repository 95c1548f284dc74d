package chat.parlor.gateway.apikeys;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.gateway.identity.Access;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/api-keys`: for administrators who are signed in. No key makes keys.
@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeysController {

    private static final String TITLE = "The API key is not as wanted";

    private final ApiKeys keys;

    ApiKeysController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    Mono<All> list(Caller caller) {
        Access.requireAdministrator(caller);
        return keys.all().map(All::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IssuedKey> create(Caller caller, @RequestBody Mono<WantedKey> body) {
        Access.requireAdministrator(caller);
        return body.flatMap(wanted -> keys.create(wanted, caller));
    }

    @PostMapping("/{key}/rotate")
    Mono<IssuedKey> rotate(Caller caller, @PathVariable String key, @RequestBody Mono<Rotation> body) {
        Access.requireAdministrator(caller);
        return body.map(Rotation::checked).flatMap(grace -> keys.rotate(key, grace, caller));
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Caller caller, @PathVariable String key) {
        Access.requireAdministrator(caller);
        return keys.revoke(key, caller);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiKeyRefusal refusal) {
        var why = Objects.requireNonNull(refusal.getMessage());
        var problem = switch (refusal) {
            case ApiKeyRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case ApiKeyRefusal.Unknown unknown -> Problems.of(HttpStatus.NOT_FOUND, "unknown-key", TITLE, why);
            case ApiKeyRefusal.Expired expired -> Problems.of(HttpStatus.CONFLICT, "key-expired", TITLE, why);
            case ApiKeyRefusal.Full full -> Problems.of(HttpStatus.CONFLICT, "too-many-keys", TITLE, why);
        };
        return ResponseEntity.of(problem).build();
    }

    /// What an administrator sends to rotate a key.
    ///
    /// @param grace `none`, `hour`, `day` or `week`
    record Rotation(@Nullable String grace) {

        Grace checked() {
            return Grace.named(Objects.requireNonNullElse(grace, ""));
        }
    }

    /// All keys that were not revoked.
    record All(List<ApiKey> items) {

        All {
            items = List.copyOf(items);
        }
    }
}
