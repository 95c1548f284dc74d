package chat.parlor.guest.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {

    @ParameterizedTest
    @ValueSource(strings = {"Tea & <b>Co</b>", "Two\nlines", "茶 👩‍👩‍👧", "'); drop table settings; --"})
    void textIsAName(String name) {
        assertThat(wrong(name, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\u0000b", "\u001b[31m", "half \ud83d", "\udc00 half"})
    void whatCannotBeStoredOrShownIsNoName(String name) {
        assertThat(wrong(name, null)).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.test/a.svg?x=1", "http://shop.test", "/logo.svg", "/"})
    void addressesAndPathsAreLogos(String logo) {
        assertThat(wrong("Tea", logo)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//evil.test/a.svg", "/a\u0000", "https://a.test/\ud800", "/\">", ""})
    void otherLinksAreNoLogos(String logo) {
        assertThat(wrong("Tea", logo)).containsExactly("logo");
    }

    private static List<String> wrong(String name, @Nullable String logo) {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            return validation.getValidator().validate(new Brand(name, logo, "#0b6b5f", "#0b6b5f")).stream()
                    .map(violation -> violation.getPropertyPath().toString())
                    .toList();
        }
    }
}
