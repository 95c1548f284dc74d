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
                        .flatMap(account -> begun(account, address))
                        .doOnNext(signedIn -> attempt.succeeded()));
    }

    private Mono<Account> proven(SignIn.Checked wanted, String address) {
        return accounts.byEmail(wanted.email())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(stored -> passwords
                        .matches(
                                wanted.password(),
                                stored.map(StoredPassword::hash).orElse(null))
                        .flatMap(matches -> judged(stored.map(StoredPassword::account), matches, address)));
    }

    private Mono<Account> judged(Optional<Account> account, boolean matches, String address) {
        return Mono.justOrEmpty(account.filter(found -> matches && !found.disabled()))
                .switchIfEmpty(sessions.failed(account.orElse(null), address)
                        .then(Mono.error(SessionRefusal.BadCredentials::new)));
    }

    private Mono<SignedIn> begun(Account account, String address) {
        return sessions.begin(account, address).map(session -> new SignedIn(account, session));
    }
}
