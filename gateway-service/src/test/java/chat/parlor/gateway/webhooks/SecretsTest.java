package chat.parlor.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = new Secrets(properties("one key of thirty-two characters"));

    @Test
    void secretIsReadByItsWebhookAlone() {
        var secret = secrets.next();
        var stored = secrets.closed("w_1", secret);

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secrets.opened("w_1", stored)).isEqualTo(secret);
        assertThat(secrets.closed("w_1", secret)).isNotEqualTo(stored);
        assertThatIllegalStateException().isThrownBy(() -> secrets.opened("w_2", stored));
        var others = new Secrets(properties("another key, as long as the first"));
        assertThatIllegalStateException().isThrownBy(() -> others.opened("w_1", stored));
    }

    @Test
    void pauseDoublesUpToTheLongestAndLuckShortensItByHalfAtMost() {
        var properties = properties("one key of thirty-two characters");

        assertThat(properties.pause(1, 0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(properties.pause(1, 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.pause(4, 0)).isEqualTo(Duration.ofSeconds(80));
        assertThat(properties.pause(400, 0)).isEqualTo(Duration.ofHours(1));
    }

    private static WebhookProperties properties(String key) {
        var day = Duration.ofDays(1);
        var second = Duration.ofSeconds(1);
        return new WebhookProperties(
                key, 20, 32, 4, 100, second.multipliedBy(10), Duration.ofHours(1), day, day, second, second, day);
    }
}
