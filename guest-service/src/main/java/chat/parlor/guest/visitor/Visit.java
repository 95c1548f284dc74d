package chat.parlor.guest.visitor;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a visitor is, as the browser tells it. What cannot be understood was not told.
///
/// @param page the address of the page, without its fragment
/// @param title what the page calls itself; cut at 200 characters
/// @param locale the browser's language, as a tag
/// @param zone the time zone of the clock there
record Visit(
        @Nullable String page,
        @Nullable String title,
        @Nullable String locale,
        @Nullable String zone) {

    private static final int PAGE = 2_000;
    private static final int TITLE = 200;
    private static final String ADDRESS = "https?://[^\\s\\p{Cc}\\p{Cs}]+";
    private static final String TAG = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}";

    Visit {
        page = Optional.ofNullable(page)
                .map(address -> address.replaceFirst("#.*", ""))
                .filter(address -> address.length() <= PAGE && address.matches(ADDRESS))
                .orElse(null);
        title = Optional.ofNullable(title).map(Visit::line).orElse(null);
        locale = Optional.ofNullable(locale).filter(tag -> tag.matches(TAG)).orElse(null);
        zone = Optional.ofNullable(zone)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .orElse(null);
    }

    /// What is missing.
    List<FieldError> errors() {
        return page != null
                ? List.of()
                : List.of(new FieldError("page", "an http or https address of " + PAGE + " characters at most"));
    }

    private static @Nullable String line(String text) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        if (line.isEmpty()) {
            return null;
        }
        return line.length() <= TITLE ? line : line.substring(0, TITLE).replaceFirst("\\p{Cs}$", "");
    }
}
