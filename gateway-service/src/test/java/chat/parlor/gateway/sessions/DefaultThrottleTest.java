package chat.parlor.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;

/// What holds for sign-ins when nobody configures anything. These numbers are documented.
class DefaultThrottleTest {

    @Test
    void guessingIsLimited() {
        var binder = new Binder(
                ConfigurationPropertySources.get(new MockEnvironment()), null, new ApplicationConversionService());
        var sessions = binder.bindOrCreate("parlor.gateway.sessions", SessionsProperties.class);

        assertThat(sessions.failuresPerAccount()).isEqualTo(10);
        assertThat(sessions.failuresPerAddress()).isEqualTo(50);
        assertThat(sessions.failuresWithin()).isEqualTo(Duration.ofMinutes(5));
        assertThat(sessions.life()).isEqualTo(Duration.ofDays(7));
    }
}
