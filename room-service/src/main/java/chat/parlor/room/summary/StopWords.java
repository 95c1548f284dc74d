package chat.parlor.room.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/// The words of a language that every text has, and that guests write to be polite.
record StopWords(Set<String> words) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}'’-]+");
    private static final List<StopWords> LANGUAGES =
            List.of(load("en"), load("de"), load("fr"), load("es"), load("ar"), load("am"));

    /// Those of the language that most words of `text` belong to; English when none do.
    static StopWords of(String text) {
        var words = Arrays.asList(BETWEEN.split(text.toLowerCase(Locale.ROOT), -1));
        return LANGUAGES.stream()
                .max(Comparator.comparingLong(language ->
                        words.stream().filter(language.words::contains).count()))
                .orElseThrow();
    }

    boolean holds(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    private static StopWords load(String language) {
        try {
            var file = new ClassPathResource("stop-words/" + language + ".txt");
            return new StopWords(Set.copyOf(List.of(
                    file.getContentAsString(StandardCharsets.UTF_8).strip().split("\\s+", -1))));
        } catch (IOException missing) {
            throw new UncheckedIOException("stop words of " + language, missing);
        }
    }
}
