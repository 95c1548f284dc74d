package chat.parlor.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPatternTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:*, http://localhost:3000, true",
        "http://localhost:*, http://localhost, true",
        "http://localhost:*, https://localhost, false",
        "http://localhost:*, http://localhost:3000@evil.test, false",
        "http://localhost:*, http://localhost.evil.test:80, false",
        "https://shop.test, https://shop.test:443, true",
        "https://shop.test, https://SHOP.test, true",
        "https://shop.test, https://shop.test:8443, false",
        "https://shop.test, http://shop.test, false",
        "https://*.shop.test, https://a.b.shop.test, true",
        "https://*.shop.test, https://shop.test, false",
        "https://*.shop.test, https://evilshop.test, false",
        "https://shop.test, null, false",
        "https://shop.test, https://*, false",
        "https://*.shop.test, https://*.shop.test, false",
        "http://[::1]:*, http://[::1]:80, true",
    })
    void originMatchesWhatIsMeant(String pattern, String origin, boolean matches) {
        assertThat(OriginPattern.of(pattern).matches(origin)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "localhost", "https://", "ftp://shop.test", "https://shop.test/path", "https://*"})
    void whatIsNoPatternIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OriginPattern.of(text));
    }

    @Test
    void refusalSaysWhatItWas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OriginPattern.of("shop"))
                .withMessageContaining("shop")
                .withMessageContaining("scheme://host[:port]");
    }
}
