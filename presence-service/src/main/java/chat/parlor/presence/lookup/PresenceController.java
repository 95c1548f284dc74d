package chat.parlor.presence.lookup;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.problem.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PresenceController {

    private static final int MOST = 100;
    private static final Predicate<String> IS_ID =
            Pattern.compile("[A-Za-z0-9_-]{1,64}").asMatchPredicate();
    private final Availabilities availabilities;

    PresenceController(Availabilities availabilities) {
        this.availabilities = availabilities;
    }

    record Answer(List<Availability> items) {}

    @GetMapping("/api/v1/presence")
    Mono<Answer> show(Caller caller, @RequestParam List<String> members) {
        if (!caller.is(CallerKind.ACCOUNT)) {
            throw new LookupRefusal.NotAnAccount();
        }
        var asked = new LinkedHashSet<>(members);
        if (asked.isEmpty() || asked.size() > MOST || !asked.stream().allMatch(IS_ID)) {
            throw new LookupRefusal.BadMembers(MOST);
        }
        return availabilities.of(asked).map(Answer::new);
    }

    @ExceptionHandler
    ProblemDetail refused(LookupRefusal refusal) {
        var detail = refusal.getMessage();
        return switch (refusal) {
            case LookupRefusal.NotAnAccount denied ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", detail);
            case LookupRefusal.BadMembers bad ->
                Problems.of(HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be read", detail);
        };
    }
}
