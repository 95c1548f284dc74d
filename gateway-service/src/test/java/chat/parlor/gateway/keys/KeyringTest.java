package chat.parlor.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyringTest {

    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");
    private static final KeysProperties PROPERTIES = new KeysProperties(
            Duration.ofDays(30), Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofSeconds(30));

    private final SigningKey old = SigningKey.generated("old", NOW.minus(Duration.ofDays(30)));
    private final SigningKey next = SigningKey.generated("next", NOW);
    private final Keyring ring = new Keyring(List.of(next, old));

    @Test
    void nextKeySignsOnlyFromItsTimeOn() {
        assertThat(ring.signing(NOW.minusMillis(1)).id()).isEqualTo("old");
        assertThat(ring.signing(NOW).id()).isEqualTo("next");
    }

    @Test
    void oldKeyIsKeptUntilItsTokensAreOver() {
        var end = NOW.plus(Duration.ofMinutes(5));

        assertThat(ring.over(end.minusMillis(1), PROPERTIES.keptAfter())).isEmpty();
        assertThat(ring.over(end, PROPERTIES.keptAfter())).containsExactly(old);
    }

    @Test
    void nextKeyIsPublishedBeforeItSigns() {
        var alone = new Keyring(List.of(old));
        var due = NOW.minus(Duration.ofMinutes(10));

        assertThat(alone.next(due.minusMillis(1), PROPERTIES)).isEmpty();
        assertThat(alone.next(due, PROPERTIES)).contains(NOW);
        assertThat(ring.next(NOW, PROPERTIES)).isEmpty();
    }

    @Test
    void firstKeySignsAtOnce() {
        assertThat(Keyring.EMPTY.next(NOW, PROPERTIES)).contains(NOW);
        assertThatIllegalStateException().isThrownBy(() -> Keyring.EMPTY.signing(NOW));
    }
}
