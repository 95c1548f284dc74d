package chat.parlor.gateway.links;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.accounts.AccountFields;
import chat.parlor.gateway.accounts.AccountRefusal;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/links/forgotten`: for whoever cannot sign in any more.
@RestController
@RequestMapping("/api/v1/links/forgotten")
class ForgottenController {

    private final Forgotten forgotten;

    ForgottenController(Forgotten forgotten) {
        this.forgotten = forgotten;
    }

    @GetMapping
    Ways ways() {
        return new Ways(forgotten.on());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> ask(
            Caller caller,
            @RequestBody Mono<Asked> body,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        var address = Objects.requireNonNullElse(caller.address(), "");
        return body.map(Asked::checked)
                .doOnNext(email -> forgotten.ask(email, address, language))
                .then();
    }

    /// What somebody who forgot the password can do.
    ///
    /// @param mail ask for a link by e-mail
    record Ways(boolean mail) {}

    /// Who forgot the password.
    record Asked(@Nullable String email) {

        /// The e-mail, trimmed; fails with [AccountRefusal].
        String checked() {
            var errors = new ArrayList<FieldError>();
            var checked = AccountFields.email(email, errors);
            AccountRefusal.failOn(errors);
            return checked;
        }
    }
}
