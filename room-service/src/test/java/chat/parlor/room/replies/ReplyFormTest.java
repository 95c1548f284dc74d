package chat.parlor.room.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyFormTest {

    private static final int MOST = 30;

    @Test
    void theSameLettersAreTheSameShortcut() {
        assertThat(form("  GRÜSSE ", "Greeting", "Hi").words(MOST).shortcut())
                .isEqualTo(form("gru\u0308sse", "Greeting", "Hi").words(MOST).shortcut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "שלום", "ሰላም", "a", "24h", "return-policy_2", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void shortcutsAreWordsOfAnyScript(String shortcut) {
        assertThat(form(shortcut, "T", "B").words(MOST).shortcut()).isEqualTo(shortcut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "two words", "/hi", "a/b", "😀", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "a\0"})
    void whatCannotBeTypedAfterASlashIsNoShortcut(String shortcut) {
        assertThat(refused(form(shortcut, "T", "B"))).containsExactly("shortcut");
    }

    @Test
    void aTextMayHaveLinesAndPlaceholdersUpToItsBound() {
        assertThat(form("hi", "T", " Hi {{guest.name}}\r\nyou ").words(MOST).body())
                .isEqualTo("Hi {{guest.name}}\nyou");
        assertThat(refused(form("hi", "T", "x".repeat(MOST)))).isEmpty();
        assertThat(refused(form("hi", "T", "😀".repeat(MOST)))).isEmpty();
        assertThat(refused(form("hi", "T", "x".repeat(MOST + 1)))).containsExactly("body");
    }

    @Test
    void everyFieldThatMakesNoSenseIsNamed() {
        assertThat(refused(form(null, null, null))).containsExactly("shortcut", "title", "body");
        assertThat(refused(form("hi", "x".repeat(81), "\0"))).containsExactly("title", "body");
        assertThat(refused(form("hi", "two\nlines", "\ud800"))).containsExactly("title", "body");
    }

    private static ReplyForm form(@Nullable String shortcut, @Nullable String title, @Nullable String body) {
        return new ReplyForm(false, shortcut, title, body, null);
    }

    private static List<String> refused(ReplyForm form) {
        var refusal = catchThrowableOfType(ReplyRefusal.Invalid.class, () -> form.words(MOST));
        return refusal == null
                ? List.of()
                : refusal.errors().stream().map(FieldError::field).toList();
    }
}
