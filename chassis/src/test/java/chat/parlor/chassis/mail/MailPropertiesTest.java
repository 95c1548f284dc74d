package chat.parlor.chassis.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailPropertiesTest {

    @Test
    void withoutHostMailIsOffAndNothingElseIsAskedFor() {
        assertThat(bound(Map.of()).on()).isFalse();
    }

    @Test
    void hostAsksForASenderAndAnAddress() {
        var complete = Map.of(
                "parlor.mail.host", "mail.example.org",
                "parlor.mail.from", "Support <support@example.org>",
                "parlor.mail.public-url", "https://chat.example.org");

        assertThat(bound(complete).on()).isTrue();
        assertThat(bound(complete).tls()).isEqualTo(MailProperties.Tls.starttls);
        assertRefused(complete, "parlor.mail.from", "Support", "parlor.mail.from");
        assertRefused(complete, "parlor.mail.public-url", "https://chat.example.org/", "parlor.mail.public-url");
        assertRefused(complete, "parlor.mail.public-url", "javascript:alert(1)", "parlor.mail.public-url");
        assertRefused(complete, "parlor.mail.public-url", "", "parlor.mail.public-url");
    }

    private static void assertRefused(Map<String, String> complete, String key, String value, String said) {
        var changed = new HashMap<>(complete);
        changed.put(key, value);
        assertThatThrownBy(() -> bound(changed)).hasStackTraceContaining(said).hasStackTraceContaining("expected");
    }

    private static MailProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("parlor.mail", MailProperties.class);
    }
}
