package chat.parlor.message.history;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much is read at once. Keys: `parlor.message.history.*`.
///
/// @param page entries of a snapshot and of a page without `limit`, 1 to 100; default 50
/// @param longestResume the most missed entries that are still sent one by one, 1 to 10000; default 1000
@ConfigurationProperties("parlor.message.history")
record HistoryProperties(
        @DefaultValue("50") int page, @DefaultValue("1000") int longestResume) {

    HistoryProperties {
        between("page", page, 100);
        between("longest-resume", longestResume, 10_000);
    }

    private static void between(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(key + ": " + value + " (expected: 1 to " + most + ")");
        }
    }
}
