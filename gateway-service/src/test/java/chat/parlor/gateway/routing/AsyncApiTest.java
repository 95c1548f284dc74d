package chat.parlor.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// `docs/protocol/asyncapi.yaml` against the contracts of the topics.
class AsyncApiTest {

    private static final String SCHEMA = ".schema.json";
    private static final Pattern REFERENCE = Pattern.compile("\\.\\./contracts/([^\"#]+)");

    @Test
    void everyContractIsDescribedAndEveryReferenceLeadsSomewhere() throws IOException {
        var text = Files.readString(docs().resolve("protocol/asyncapi.yaml"));
        var described = new TreeSet<String>();
        new Yaml(options())
                .<Map<String, Map<String, Map<String, Object>>>>load(text)
                .getOrDefault("channels", Map.of())
                .values()
                .forEach(channel -> collect(channel.getOrDefault("messages", Map.of()), described));

        try (var files = Files.walk(docs().resolve("contracts"))) {
            var contracts = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.replace(SCHEMA, ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(described).containsAll(contracts);
        }
        assertThat(REFERENCE.matcher(text).results().map(match -> docs().resolve("contracts/" + match.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static void collect(Object messages, Set<String> names) {
        if (messages instanceof Map<?, ?> byKey) {
            byKey.values().stream()
                    .filter(message -> message instanceof Map<?, ?> fields && fields.containsKey("name"))
                    .forEach(message -> names.add(Objects.toString(((Map<?, ?>) message).get("name"))));
        }
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(500);
        return options;
    }

    private static Path docs() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("docs/protocol"))) {
            here = Objects.requireNonNull(here.getParent(), "no docs/protocol above the module");
        }
        return here.resolve("docs");
    }
}
