package chat.parlor.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.chassis.problem.Problems.FieldError;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedSettingsTest {

    @Test
    void whatIsLeftOutBecomesTheStandard() {
        var wanted = new WantedSettings(0L, null, null, null, null, null);

        assertThat(wanted.checked()).isEqualTo(PersonalSettings.STANDARD);
    }

    @Test
    void everyFieldThatDoesNotFitIsNamed() {
        var wanted = new WantedSettings(null, true, "loud", true, "pink", "deutsch?");

        assertThatThrownBy(wanted::checked)
                .asInstanceOf(InstanceOfAssertFactories.type(PersonalRefusal.Invalid.class))
                .satisfies(invalid -> assertThat(invalid.errors())
                        .extracting(FieldError::field)
                        .containsExactly("version", "notifications", "theme", "language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "pt-BR", "zh-Hant-TW", "am"})
    void languageTagsAreTaken(String tag) {
        assertThat(language(tag).checked().language()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "DE", "de_DE", "<script>", "de-AT-aaaaaaaa-bbbbbbbb-cccccccc-dddd"})
    void whatIsNoLanguageTagIsRefused(String tag) {
        assertThatThrownBy(language(tag)::checked).isInstanceOf(PersonalRefusal.Invalid.class);
    }

    private static WantedSettings language(String tag) {
        return new WantedSettings(1L, null, null, null, null, tag);
    }
}
