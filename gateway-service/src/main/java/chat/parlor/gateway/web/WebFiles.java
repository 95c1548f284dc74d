package chat.parlor.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All files of the web apps, read once: a few megabytes that are served from memory, and nothing else is.
@Component
class WebFiles {

    private static final String ROOT = "/web/";
    private static final String ALL = "classpath*:web/**/*.*";

    private final Map<String, WebFile> files;

    WebFiles() {
        this(read());
    }

    WebFiles(Map<String, WebFile> files) {
        this.files = Map.copyOf(files);
    }

    /// The file at `path`, like `console/index.html`; empty when there is none.
    Optional<WebFile> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static Map<String, WebFile> read() {
        var files = new TreeMap<String, WebFile>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(ALL)) {
                if (resource.isReadable()) {
                    var url = resource.getURL().toString();
                    var path = url.substring(url.lastIndexOf(ROOT) + ROOT.length());
                    files.put(path, WebFile.of(path, resource.getContentAsByteArray()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the web apps cannot be read", e);
        }
        return files;
    }
}
