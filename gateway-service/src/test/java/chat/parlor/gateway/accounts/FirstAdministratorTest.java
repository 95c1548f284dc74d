package chat.parlor.gateway.accounts;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FirstAdministratorTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksAgainUntilTheDatabaseCanBeReached() {
        StepVerifier.withVirtualTime(() -> FirstAdministrator.patiently(reachableAtTry(3)))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(2))
                .expectNext("there")
                .verifyComplete();
    }

    @Test
    void failsAtOnceForAnythingElse() {
        FirstAdministrator.patiently(Mono.error(new IllegalStateException("a bug")))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }

    private Mono<String> reachableAtTry(int number) {
        return Mono.defer(() -> asked.incrementAndGet() < number
                ? Mono.error(new DataAccessResourceFailureException("no connection in time"))
                : Mono.just("there"));
    }
}
