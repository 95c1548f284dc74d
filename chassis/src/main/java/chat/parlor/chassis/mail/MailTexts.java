package chat.parlor.chassis.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The texts of a feature's mails in all languages there are: `/mail/<name>.<language>.properties` on the class path.
public final class MailTexts {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar", "am");

    private final Map<String, Spoken> spoken = new LinkedHashMap<>();

    private MailTexts() {}

    /// Reads all languages; fails when a language or one of its texts is missing.
    public static MailTexts of(String name) {
        var texts = new MailTexts();
        LANGUAGES.forEach(language -> texts.spoken.put(language, new Spoken(language, read(name, language))));
        var keys = texts.in(null).texts().keySet();
        texts.spoken.values().forEach(each -> requireSame(keys, each));
        return texts;
    }

    /// The texts in the language that fits best.
    ///
    /// @param wanted a language tag or the value of `Accept-Language`; English when none or none of ours
    public Spoken in(@Nullable String wanted) {
        var english = Objects.requireNonNull(spoken.get("en"));
        if (wanted == null || wanted.isBlank()) {
            return english;
        }
        try {
            var found = Locale.lookupTag(Locale.LanguageRange.parse(wanted), spoken.keySet());
            return found == null ? english : spoken.getOrDefault(found, english);
        } catch (IllegalArgumentException noLanguage) {
            return english;
        }
    }

    /// The texts of one language.
    public record Spoken(String language, Map<String, String> texts) {

        public Spoken {
            texts = Map.copyOf(texts);
        }

        /// A text with each `{name}` in it replaced.
        ///
        /// @param values names and values in turn
        public String say(String key, String... values) {
            var text = Objects.requireNonNull(texts.get(key), key);
            for (var at = 0; at < values.length; at += 2) {
                text = text.replace("{" + values[at] + "}", values[at + 1]);
            }
            return text;
        }
    }

    private static void requireSame(Iterable<String> keys, Spoken other) {
        for (var key : keys) {
            if (!other.texts().containsKey(key)) {
                throw new IllegalStateException(other.language() + ": " + key + " is missing");
            }
        }
    }

    private static Map<String, String> read(String name, String language) {
        var path = "/mail/" + name + "." + language + ".properties";
        try (var in = Objects.requireNonNull(MailTexts.class.getResourceAsStream(path), path);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var texts = new LinkedHashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
