package chat.parlor.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "half \ud800", "\udc00 half"})
    void whatNoAccountCanHaveIsRefused(String text) {
        assertThatExceptionOfType(SessionRefusal.Invalid.class)
                .isThrownBy(() -> new SignIn(text, text).checked())
                .satisfies(refused ->
                        assertThat(refused.errors()).extracting("field").containsExactly("email", "password"));
    }
}
