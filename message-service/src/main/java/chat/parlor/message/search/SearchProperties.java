package chat.parlor.message.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a search may ask for and cost. Keys: `parlor.message.search.*`.
///
/// @param characters the longest question, in characters, 1 to 400; default 200
/// @param words the most words in it, 1 to 32; default 12
/// @param page messages found at once without `limit`, 1 to 100; default 20
/// @param enough after how long it stops looking further back and says where to go on, 50 ms to 10 s; default 500 ms
/// @param longest how long one look into the index may take, 100 ms to 30 s; default 2 s
@ConfigurationProperties("parlor.message.search")
record SearchProperties(
        @DefaultValue("200") int characters,
        @DefaultValue("12") int words,
        @DefaultValue("20") int page,
        @DefaultValue("500ms") Duration enough,
        @DefaultValue("2s") Duration longest) {

    SearchProperties {
        between("characters", characters, 400);
        between("words", words, 32);
        between("page", page, 100);
        between("enough", enough, Duration.ofMillis(50), Duration.ofSeconds(10));
        between("longest", longest, Duration.ofMillis(100), Duration.ofSeconds(30));
    }

    private static void between(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(key + ": " + value + " (expected: 1 to " + most + ")");
        }
    }

    private static void between(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }
}
