package chat.parlor.gateway.sessions;

import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.Accounts;
import chat.parlor.gateway.accounts.Passwords;
import chat.parlor.gateway.accounts.StoredPassword;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Decides who may sign in. Whoever may not learns nothing: the text and the time are the same for an unknown e-mail,
/// a wrong password and a disabled account.
@Service
class SignIns {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;

    SignIns(Accounts accounts, Passwords passwords, Sessions sessions, Throttle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /// An account that signed in, and its session.
    record SignedIn(Account account, Session session) {}

    /// Begins a session for whoever knows the password.
    ///
    /// @return fails with [SessionRefusal.BadCredentials], [SessionRefusal.TooMany] or
    ///     [chat.parlor.gateway.accounts.PasswordsBusy]
    Mono<SignedIn> signIn(SignIn.Checked wanted, String address) {
        return Mono.fromCallable(() -> throttle.begin(wanted.email(), address))
                .flatMap(attempt -> proven(wanted, address)
                        .flatMap(known -> begun(known, address))
                        .doOnNext(signedIn -> attempt.succeeded()));
    }

    private Mono<StoredPassword> proven(SignIn.Checked wanted, String address) {
        return accounts.byEmail(wanted.email())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(stored -> passwords
                        .matches(
                                wanted.password(),
                                stored.map(StoredPassword::hash).orElse(null))
                        .flatMap(matches -> judged(stored, matches, address)));
    }

    private Mono<StoredPassword> judged(Optional<StoredPassword> stored, boolean matches, String address) {
        return Mono.justOrEmpty(
                        stored.filter(found -> matches && !found.account().disabled()))
                .switchIfEmpty(
                        sessions.failed(stored.map(StoredPassword::account).orElse(null), address)
                                .then(Mono.error(SessionRefusal.BadCredentials::new)));
    }

    private Mono<SignedIn> begun(StoredPassword known, String address) {
        return sessions.begin(known, address).map(session -> new SignedIn(known.account(), session));
    }
}
