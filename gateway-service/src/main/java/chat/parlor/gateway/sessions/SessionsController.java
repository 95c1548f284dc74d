package chat.parlor.gateway.sessions;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.Accounts;
import chat.parlor.gateway.accounts.PasswordsBusy;
import chat.parlor.gateway.identity.Access;
import chat.parlor.gateway.identity.AccessRefusal;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.SessionCookie;
import chat.parlor.gateway.proxies.Proxies;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/session`: signing in, who is signed in, signing out.
@RestController
@RequestMapping("/api/v1/session")
class SessionsController {

    private static final long BUSY_MS = 2_000;

    private final SignIns signIns;
    private final Sessions sessions;
    private final Accounts accounts;
    private final SessionsProperties properties;
    private final Proxies proxies;

    SessionsController(
            SignIns signIns, Sessions sessions, Accounts accounts, SessionsProperties properties, Proxies proxies) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.accounts = accounts;
        this.properties = properties;
        this.proxies = proxies;
    }

    @PostMapping
    Mono<ResponseEntity<Begun>> signIn(@RequestBody Mono<SignIn> body, Caller caller, ServerHttpRequest request) {
        var address = Objects.requireNonNullElse(caller.address(), "");
        return body.map(SignIn::checked)
                .flatMap(wanted -> signIns.signIn(wanted, address))
                .map(signedIn -> ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie(signedIn.session(), request))
                        .body(Begun.of(signedIn)));
    }

    @GetMapping
    Mono<Current> current(Caller caller) {
        Access.requireAccount(caller);
        return accounts.byId(caller.id()).map(Current::new).switchIfEmpty(Mono.error(AccessRefusal.UnknownToken::new));
    }

    @DeleteMapping
    Mono<ResponseEntity<Void>> signOut(
            Caller caller, @RequestAttribute(Login.ATTRIBUTE) Login login, ServerHttpRequest request) {
        Access.requireAccount(caller);
        var session = login.session();
        var end = session == null ? Mono.<Void>empty() : sessions.end(session, caller.id(), caller.address());
        var gone = SessionCookie.gone(proxies.secure(request)).toString();
        return end.thenReturn(
                ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, gone).build());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(SessionRefusal refusal) {
        return switch (refusal) {
            case SessionRefusal.Invalid invalid -> answer(Problems.invalid(invalid.errors()));
            case SessionRefusal.BadCredentials bad ->
                answer(Problems.of(
                        HttpStatus.UNAUTHORIZED, "bad-credentials", "You are not signed in", bad.getMessage()));
            case SessionRefusal.TooMany many -> tooMany(many.getMessage(), many.retryAfter());
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(PasswordsBusy busy) {
        return tooMany(busy.getMessage(), Duration.ofMillis(BUSY_MS));
    }

    private static ResponseEntity<ProblemDetail> tooMany(String message, Duration retryAfter) {
        var problem = Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many attempts", message);
        problem.setProperty("retryAfterMs", retryAfter.toMillis());
        var seconds = Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1000));
        return ResponseEntity.of(problem)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .build();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }

    private String cookie(Session session, ServerHttpRequest request) {
        return SessionCookie.of(session.token(), properties.life(), proxies.secure(request))
                .toString();
    }

    /// The answer to a sign-in.
    record Begun(Account account, String token, Instant expiresAt) {

        static Begun of(SignIns.SignedIn signedIn) {
            return new Begun(
                    signedIn.account(),
                    signedIn.session().token(),
                    signedIn.session().expiresAt());
        }
    }

    /// Who is signed in.
    record Current(Account account) {}
}
