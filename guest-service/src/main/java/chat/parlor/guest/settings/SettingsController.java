package chat.parlor.guest.settings;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/settings/widget")
class SettingsController {

    private static final String ADMINISTRATOR = "administrator";
    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    Mono<WidgetSettings> show(Caller caller) {
        requireAdministrator(caller);
        return settings.widget();
    }

    @PutMapping
    Mono<WidgetSettings> replace(Caller caller, @RequestBody WidgetSettings wanted) {
        requireAdministrator(caller);
        return settings.replace(wanted);
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.roles().contains(ADMINISTRATOR)) {
            throw new SettingsRefusal.NotAdministrator();
        }
    }

    @ExceptionHandler
    ProblemDetail refused(SettingsRefusal refusal) {
        return switch (refusal) {
            case SettingsRefusal.NotAdministrator denied ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", denied.getMessage());
            case SettingsRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
        };
    }
}
