package chat.parlor.guest.visitor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a visitor looks at the page with, as far as the browser says so. Kept instead of what it says, which is more.
///
/// @param browser name and major version, such as `Firefox 140`
/// @param system such as `Windows`
/// @param kind `desktop`, `phone` or `tablet`
record Device(
        @Nullable String browser,
        @Nullable String system,
        @Nullable String kind) {

    static final Device UNKNOWN = new Device(null, null, null);

    private static final int LONGEST = 512;

    private record Sign(String name, Pattern pattern) {
        static Sign of(String name, String pattern) {
            return new Sign(name, Pattern.compile(pattern));
        }
    }

    /// Most browsers also claim to be those further down.
    private static final List<Sign> BROWSERS = List.of(
            Sign.of("Edge", "Edg(?:e|A|iOS)?/(\\d{1,4})"),
            Sign.of("Opera", "(?:OPR|OPT)/(\\d{1,4})"),
            Sign.of("Samsung Internet", "SamsungBrowser/(\\d{1,4})"),
            Sign.of("Firefox", "(?:Firefox|FxiOS)/(\\d{1,4})"),
            Sign.of("Chrome", "(?:Chrome|CriOS)/(\\d{1,4})"),
            Sign.of("Safari", "Version/(\\d{1,4})[^ ]* (?:Mobile/[^ ]+ )?Safari/"));

    private static final List<Sign> SYSTEMS = List.of(
            Sign.of("Android", "Android"),
            Sign.of("iPadOS", "iPad"),
            Sign.of("iOS", "iPhone|iPod"),
            Sign.of("Windows", "Windows"),
            Sign.of("ChromeOS", "CrOS"),
            Sign.of("macOS", "Mac OS X|Macintosh"),
            Sign.of("Linux", "Linux|X11"));

    private static final List<Sign> KINDS = List.of(
            Sign.of("tablet", "iPad|Tablet|Android(?!.*Mobile)"),
            Sign.of("phone", "Mobile|iPhone|iPod"),
            Sign.of("desktop", "Windows NT|Macintosh|X11|CrOS"));

    /// @param agent the header `User-Agent`
    static Device of(@Nullable String agent) {
        if (agent == null || agent.length() > LONGEST) {
            return UNKNOWN;
        }
        return new Device(first(BROWSERS, agent), first(SYSTEMS, agent), first(KINDS, agent));
    }

    private static @Nullable String first(List<Sign> signs, String agent) {
        for (var sign : signs) {
            var found = sign.pattern().matcher(agent);
            if (found.find()) {
                return named(sign, found);
            }
        }
        return null;
    }

    private static String named(Sign sign, Matcher found) {
        return found.groupCount() == 0 ? sign.name() : sign.name() + " " + found.group(1);
    }
}
