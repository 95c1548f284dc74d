package chat.parlor.gateway.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/// A file as it goes to browsers.
final class WebFile {

    private static final Pattern NAMED_BY_CONTENT =
            Pattern.compile("(.*/assets/.*|widget/.*)-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");
    private static final Set<String> TEXT =
            Set.of("html", "js", "mjs", "css", "svg", "json", "map", "txt", "webmanifest");
    private static final Map<String, MediaType> TYPES = Map.of(
            "js", MediaType.valueOf("text/javascript;charset=utf-8"),
            "mjs", MediaType.valueOf("text/javascript;charset=utf-8"),
            "css", MediaType.valueOf("text/css;charset=utf-8"),
            "html", MediaType.valueOf("text/html;charset=utf-8"),
            "svg", MediaType.valueOf("image/svg+xml"),
            "map", MediaType.APPLICATION_JSON,
            "webmanifest", MediaType.valueOf("application/manifest+json"),
            "woff2", MediaType.valueOf("font/woff2"));
    private static final int SHORTEST_PACKED = 1_024;
    private static final int TAG_BYTES = 16;

    private final MediaType type;
    private final String tag;
    private final boolean lasting;
    private final byte[] bytes;
    private final byte[] packed;

    private WebFile(MediaType type, boolean lasting, byte[] bytes, byte[] packed) {
        this.type = type;
        this.tag = tag(bytes);
        this.lasting = lasting;
        this.bytes = bytes;
        this.packed = packed;
    }

    /// The file at `path`, like `console/assets/index-B3x9aQz1.js`.
    static WebFile of(String path, byte[] bytes) {
        var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var known = TYPES.get(extension);
        var type =
                known != null ? known : MediaTypeFactory.getMediaType(path).orElse(MediaType.APPLICATION_OCTET_STREAM);
        var packed = TEXT.contains(extension) && bytes.length >= SHORTEST_PACKED ? packed(bytes) : bytes;
        return new WebFile(type, NAMED_BY_CONTENT.matcher(path).matches(), bytes, packed);
    }

    /// The type, with the character set where it is text.
    MediaType type() {
        return type;
    }

    /// Tells this content, in this form, from any other.
    String tag(boolean gzip) {
        return gzip ? tag + "-gz" : tag;
    }

    /// True when the name changes with the content, so that browsers need never ask again.
    boolean isLasting() {
        return lasting;
    }

    /// True when there is a smaller form for browsers that read gzip.
    boolean isPacked() {
        return packed != bytes;
    }

    /// The content. Not copied: it goes straight to the wire.
    byte[] bytes(boolean gzip) {
        return gzip ? packed : bytes;
    }

    private static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.size() < bytes.length ? out.toByteArray() : bytes;
    }
}
