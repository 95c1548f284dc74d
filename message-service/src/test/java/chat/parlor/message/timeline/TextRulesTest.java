package chat.parlor.message.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "\u200B",
                "\u200B\u200D\uFEFF",
                "\u00AD",
                "\u2060 \u202E",
                "\u3164",
                "\u2800",
                "\uFE0F"
            })
    void whatNobodyCanSeeIsEmpty(String text) {
        assertThat(TextRules.refusal(text, 10)).contains(Refusal.TEXT_EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "👩‍👩‍👧‍👦", "\u202Eabc", "\u001B[31m", "a\r\nb", "שלום", "<script>"})
    void whatCanBeSeenIsKeptAsTyped(String text) {
        assertThat(TextRules.refusal(text, 20)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD83D", "a\uDC4D", "\uDC4D\uD83D"})
    void whatNoDatabaseCanHoldIsRefused(String text) {
        assertThat(TextRules.refusal(text, 10)).contains(Refusal.TEXT_BROKEN);
    }

    @Test
    void charactersAreCountedNotTheirBytes() {
        assertThat(TextRules.refusal("👍".repeat(9_999), 10_000)).isEmpty();
        assertThat(TextRules.refusal("👍".repeat(10_000), 10_000)).isEmpty();
        assertThat(TextRules.refusal("👍".repeat(10_001), 10_000))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("text-too-long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"})
    void emojiAreReactions(String emoji) {
        assertThat(TextRules.isEmoji(emoji)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "👍 👍", "\u200B", "\u0000", "\uD83D", "123456789012345678901234567890123"})
    void otherThingsAreNot(String emoji) {
        assertThat(TextRules.isEmoji(emoji)).isFalse();
    }
}
