package chat.parlor.gateway.personal;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.gateway.identity.Access;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/accounts/me/settings`: for every account, its own.
@RestController
@RequestMapping("/api/v1/accounts/me/settings")
class PersonalController {

    private final Personal personal;

    PersonalController(Personal personal) {
        this.personal = personal;
    }

    @GetMapping
    Mono<PersonalSettings> read(Caller caller) {
        Access.requireAccount(caller);
        return personal.of(caller.id());
    }

    @PutMapping
    Mono<PersonalSettings> replace(Caller caller, @RequestBody Mono<WantedSettings> body) {
        Access.requireAccount(caller);
        return body.map(WantedSettings::checked).flatMap(wanted -> personal.replace(caller.id(), wanted));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PersonalRefusal refusal) {
        var problem = switch (refusal) {
            case PersonalRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case PersonalRefusal.Changed changed -> conflict(changed);
        };
        return ResponseEntity.of(problem).build();
    }

    private static ProblemDetail conflict(PersonalRefusal.Changed changed) {
        var problem = Problems.of(
                HttpStatus.CONFLICT, "settings-changed", "The settings were changed elsewhere", changed.getMessage());
        problem.setProperty("current", changed.current());
        return problem;
    }
}
