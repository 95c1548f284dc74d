package chat.parlor.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All figures of all rounds, for other programs.
///
/// @param command as it was given
/// @param runs in the order they were made
record Protocol(String command, List<Run> runs) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Protocol {
        runs = List.copyOf(runs);
    }

    /// Writes a file named after the workload and the time.
    Path write(Path folder, String name) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var content = new LinkedHashMap<String, Object>();
        content.put("command", command);
        content.put("at", now.toString());
        content.put("cores", Runtime.getRuntime().availableProcessors());
        content.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        content.put("java", Runtime.version().toString());
        content.put("runs", runs);
        var file = folder.resolve(name + "-" + now.toString().replace(":", "") + ".json");
        try {
            Files.createDirectories(folder);
            Files.write(file, JSON.writeValueAsBytes(content));
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
