package chat.parlor.chassis.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An origin, or several: the host may begin with `*.`, the port may be `*`.
///
/// @param port a number, `*`, or nothing for the scheme's own
public record OriginPattern(String scheme, String host, String port) {

    private static final Pattern SHAPE =
            Pattern.compile("(https?)://((?:\\*\\.)?[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}|\\*))?");

    /// Reads a pattern; fails when it is not one.
    public static OriginPattern of(String text) {
        var shape = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!shape.matches()) {
            throw new IllegalArgumentException("origin: " + text + " (expected: scheme://host[:port])");
        }
        return read(shape);
    }

    /// True when `origin`, as a browser sends it, is one of these.
    public boolean matches(String origin) {
        var shape = SHAPE.matcher(origin.toLowerCase(Locale.ROOT));
        return shape.matches() && origin.indexOf('*') < 0 && includes(read(shape));
    }

    private static OriginPattern read(Matcher shape) {
        var scheme = shape.group(1);
        var port = shape.group(3);
        var usual = "https".equals(scheme) ? "443" : "80";
        return new OriginPattern(scheme, shape.group(2), port == null || port.equals(usual) ? "" : port);
    }

    private boolean includes(OriginPattern origin) {
        return scheme.equals(origin.scheme)
                && (host.startsWith("*.") ? origin.host.endsWith(host.substring(1)) : host.equals(origin.host))
                && ("*".equals(port) || port.equals(origin.port));
    }
}
