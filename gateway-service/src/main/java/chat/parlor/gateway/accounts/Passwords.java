package chat.parlor.gateway.accounts;

import chat.parlor.chassis.ids.Ids;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Hashes and checks passwords (Argon2id) on a few threads of its own: each takes 19 MB and some 50 ms of a core.
@Component
public class Passwords implements DisposableBean {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int THREADS = 2;
    /// For each thread, about a second of work: more callers than that are told to come back.
    private static final int WAITING = 20;

    private final PasswordEncoder encoder;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "password");
    /// What a password is checked against when there is no account, so that it takes as long as when there is one.
    private final String nobody;

    Passwords() {
        this(argon2());
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobody = String.valueOf(encoder.encode(Ids.secret("")));
    }

    static PasswordEncoder argon2() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KB, PASSES);
    }

    /// The hash to store for `password`; fails with [PasswordsBusy] when too many wait.
    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password))
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, e -> new PasswordsBusy());
    }

    /// Whether `password` is the one behind `hash`; without a hash it is not, after the same time.
    /// Fails with [PasswordsBusy] when too many wait.
    public Mono<Boolean> matches(String password, @Nullable String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash == null ? nobody : hash) && hash != null)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, e -> new PasswordsBusy());
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
