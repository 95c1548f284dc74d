package chat.parlor.chassis.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The contracts under `docs/contracts/<producer>/`: one JSON Schema per logical type, and examples beside it.
public final class Contracts {

    private static final String FOLDER = "docs/contracts";

    private Contracts() {}

    /// Every example of `type`, as the bytes that lie in the log.
    public static List<byte[]> examples(String producer, String type) {
        try (var files = Files.list(folder().resolve(producer))) {
            var examples = files.filter(file -> isExample(file, type))
                    .sorted()
                    .map(Contracts::bytes)
                    .toList();
            assertThat(examples).as("examples of %s", type).isNotEmpty();
            return examples;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Fails unless `payload` fulfils the schema of `type`.
    public static void validate(String producer, String type, String payload) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(
                        bytes(folder().resolve(producer).resolve(type + ".schema.json")), StandardCharsets.UTF_8));
        assertThat(schema.validate(payload, InputFormat.JSON))
                .as("%s against its schema: %s", type, payload)
                .isEmpty();
    }

    private static boolean isExample(Path file, String type) {
        var name = file.getFileName().toString();
        return name.startsWith(type + ".") && name.endsWith(".json") && !name.endsWith(".schema.json");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path folder() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve(FOLDER))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("no folder " + FOLDER + " above the module");
            }
        }
        return here.resolve(FOLDER);
    }
}
