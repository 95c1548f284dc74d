package chat.parlor.guest.identity;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/settings/identity`: for administrators.
@RestController
@RequestMapping("/api/v1/settings/identity")
class IdentitySettingsController {

    private final IdentityKeys keys;

    IdentitySettingsController(IdentityKeys keys) {
        this.keys = keys;
    }

    record Wanted(@Nullable Boolean required) {}

    /// @param grace how long the keys before still count; not any more, unless said
    record NewKey(@Nullable Grace grace) {}

    @GetMapping
    Mono<IdentityKeys.Overview> show(Caller caller) {
        requireAdministrator(caller);
        return keys.overview();
    }

    @PutMapping
    Mono<IdentityKeys.Overview> require(Caller caller, @RequestBody Wanted wanted) {
        requireAdministrator(caller);
        return keys.require(Boolean.TRUE.equals(wanted.required()));
    }

    @PostMapping("/keys")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IdentityKey.Issued> make(Caller caller, @RequestBody NewKey wanted) {
        requireAdministrator(caller);
        return keys.make(Objects.requireNonNullElse(wanted.grace(), Grace.NONE), caller);
    }

    @DeleteMapping("/keys/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(Caller caller, @PathVariable String key) {
        requireAdministrator(caller);
        return keys.end(key);
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.has("administrator")) {
            throw new KeyRefusal.NotAdministrator();
        }
    }

    @ExceptionHandler
    ProblemDetail refused(KeyRefusal refusal) {
        return switch (refusal) {
            case KeyRefusal.NotAdministrator denied -> problem(HttpStatus.FORBIDDEN, "not-allowed", denied);
            case KeyRefusal.Unknown unknown -> problem(HttpStatus.NOT_FOUND, "unknown-key", unknown);
            case KeyRefusal.Full full -> problem(HttpStatus.CONFLICT, "too-many-keys", full);
            case KeyRefusal.KeyNeeded needed -> problem(HttpStatus.CONFLICT, "key-needed", needed);
        };
    }

    private static ProblemDetail problem(HttpStatus status, String code, KeyRefusal refusal) {
        return Problems.of(status, code, "The keys stay as they are", refusal.getMessage());
    }
}
