package chat.parlor.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.Yaml;

/// `docs/protocol/openapi.yaml` against what the services answer, read from their sources.
class OpenApiTest {

    private static final String BASE = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Set<String> OWN =
            Set.of("session", "accounts", "api-keys", "events", "invitations", "links", "health", "webhooks");
    private static final Pattern ON_CLASS = Pattern.compile("@RequestMapping\\(\"([^\"]+)\"\\)");
    private static final Pattern ON_METHOD =
            Pattern.compile("@(Get|Put|Post|Patch|Delete)Mapping(?:\\((?:value = |path = )?\"([^\"]*)\")?");

    @Test
    void everyRouteIsDescribed() {
        var answered = routesOfSources();

        assertThat(answered).contains("post /session", "put /rooms/{}/messages/{}");
        assertThat(documented()).containsAll(answered);
    }

    @Test
    void everyDescribedPathLeadsSomewhere() {
        assertThat(documented())
                .allSatisfy(route ->
                        assertThat(isOwn(route) || isRouted(route)).as(route).isTrue());
    }

    private static boolean isOwn(String route) {
        return OWN.contains(route.split("/", -1)[1]) || route.startsWith("put /rooms/{}/messages/");
    }

    private static boolean isRouted(String route) {
        var path = PathContainer.parsePath(
                BASE + route.substring(route.indexOf(' ') + 1).replace("{}", "x"));
        return Arrays.stream(Destination.values())
                .flatMap(destination -> destination.paths().stream())
                .anyMatch(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(path));
    }

    private static Set<String> documented() {
        Map<String, Map<String, Map<String, Object>>> api =
                new Yaml().load(read(root().resolve("docs/protocol/openapi.yaml")));
        var paths = api.getOrDefault("paths", Map.of());
        var routes = new TreeSet<String>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> routes.add(method + " " + unnamed(path))));
        return routes;
    }

    private static Set<String> routesOfSources() {
        try (var services = Files.list(root())) {
            return services.map(service -> service.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(OpenApiTest::sources)
                    .flatMap(OpenApiTest::routes)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith("Controller.java"))
                    .map(OpenApiTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> routes(String source) {
        var onClass = ON_CLASS.matcher(source);
        var prefix = onClass.find() ? onClass.group(1) : "";
        return ON_METHOD
                .matcher(source)
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT)
                        + " "
                        + prefix
                        + (match.group(2) == null ? "" : match.group(2)))
                .filter(route -> route.contains(" " + BASE))
                .map(route -> unnamed(route.replace(BASE, "")));
    }

    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("docs/protocol"))) {
            here = Objects.requireNonNull(here.getParent(), "no docs/protocol above the module");
        }
        return here;
    }
}
