package chat.parlor.chassis.test;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.mail.MailTexts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares the texts of a feature's mails between the languages.
public final class SpokenMails {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar", "am");
    private static final Pattern VALUE = Pattern.compile("\\{[a-z]+}");

    private SpokenMails() {}

    /// Every language has every text of `name`, none is empty, and each names the same values.
    public static void check(String name) {
        var texts = MailTexts.of(name);
        var english = texts.in("en").texts();
        for (var language : LANGUAGES) {
            var spoken = texts.in(language);
            assertThat(spoken.language()).isEqualTo(language);
            assertThat(spoken.texts()).as(language).containsOnlyKeys(english.keySet());
            english.forEach((key, text) -> assertThat(spoken.say(key))
                    .as("%s of %s", key, language)
                    .isNotBlank()
                    .satisfies(said -> assertThat(values(said)).isEqualTo(values(text))));
        }
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
