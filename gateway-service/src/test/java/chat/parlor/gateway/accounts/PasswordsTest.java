package chat.parlor.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class PasswordsTest {

    /// What a check costs: memory, passes, lanes.
    private static final String COST = "$argon2id$v=19$m=19456,t=2,p=1$";

    private final Passwords passwords = new Passwords();

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void hashIsArgon2AndSalted() {
        var first = Objects.requireNonNull(passwords.hash("secret word").block());
        var second = passwords.hash("secret word").block();

        assertThat(first).startsWith(COST).isNotEqualTo(second);
        passwords
                .matches("secret word", first)
                .as(StepVerifier::create)
                .expectNext(true)
                .verifyComplete();
        passwords
                .matches("secret work", first)
                .as(StepVerifier::create)
                .expectNext(false)
                .verifyComplete();
        passwords
                .matches("secret word", null)
                .as(StepVerifier::create)
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void unknownAccountTakesAsLongAsAWrongPassword() {
        var hash = passwords.hash("secret word").block();
        var work = new ArrayList<String>();
        var watched = new Passwords(checking((password, checked) -> {
            work.add(checked);
            return Passwords.argon2().matches(password, checked);
        }));

        watched.matches("wrong word", hash).block();
        watched.matches("wrong word", null).block();

        watched.destroy();
        assertThat(work).hasSize(2).allMatch(checked -> checked.startsWith(COST));
    }

    @Test
    void tooManyAtOnceAreToldToComeBack() {
        var nobodyIsDone = new CountDownLatch(1);
        var slow = new Passwords(checking((password, checked) -> held(nobodyIsDone)));

        Flux.range(0, 100)
                .flatMap(one -> slow.matches("x", null), 100)
                .as(StepVerifier::create)
                .verifyError(PasswordsBusy.class);

        nobodyIsDone.countDown();
        slow.destroy();
    }

    private static boolean held(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /// Hashes as always and checks like this.
    private static PasswordEncoder checking(BiPredicate<CharSequence, String> check) {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return Passwords.argon2().encode(password);
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                return check.test(String.valueOf(password), String.valueOf(hash));
            }
        };
    }
}
