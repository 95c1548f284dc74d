package chat.parlor.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void hashIsArgon2AndSalted() {
        var first = Objects.requireNonNull(passwords.hash("secret word").block());
        var second = passwords.hash("secret word").block();

        assertThat(first).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(second);
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
        took(hash);
        took(null);

        assertThat(took(null)).isGreaterThan(took(hash) / 4);
    }

    @Test
    void tooManyAtOnceAreToldToComeBack() {
        Flux.range(0, 100)
                .flatMap(one -> passwords.matches("x", null), 100)
                .as(StepVerifier::create)
                .thenConsumeWhile(matched -> true)
                .verifyError(PasswordsBusy.class);
    }

    /// The quickest of several, in nanoseconds: what is slower than that is the machine.
    private long took(@Nullable String hash) {
        var times = new ArrayList<Long>();
        for (var time = 0; time < 5; time++) {
            var start = System.nanoTime();
            passwords.matches("wrong word", hash).block();
            times.add(System.nanoTime() - start);
        }
        return times.stream().mapToLong(Long::longValue).min().orElseThrow();
    }
}
