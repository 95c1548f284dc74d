package chat.parlor.chassis.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextsTest {

    private final MailTexts texts = MailTexts.of("probe");

    @ParameterizedTest
    @CsvSource({
        "de,de",
        "de-CH,de",
        "fr-CA,fr",
        "es-419,es",
        "am-ET,am",
        "ar-EG,ar",
        "'fi,de;q=0.8,en;q=0.5',de",
        "'en;q=0.5,ar;q=0.9',ar"
    })
    void languageThatFitsBestIsSpoken(String wanted, String spoken) {
        assertThat(texts.in(wanted).language()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "fi", "*", ";;;", "de;q=nonsense", "\r\nBcc: eve"})
    void whoeverSaysNothingKnownIsSpokenToInEnglish(@Nullable String wanted) {
        assertThat(texts.in(wanted).say("hello", "name", "Ada")).isEqualTo("Hello Ada");
    }

    @Test
    void whatStandsInAValueIsNotReplacedAgain() {
        assertThat(texts.in("de").say("hello", "name", "{name}")).isEqualTo("Hallo {name}");
    }

    @Test
    void missingTextIsFoundAtTheStart() {
        assertThatThrownBy(() -> MailTexts.of("torn")).hasMessage("de: bye is missing");
    }
}
