package chat.parlor.local.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Finds out who listens on a port, with what the machine has for it.
final class PortOwner {
    private static final Pattern LSOF = Pattern.compile("p(\\d+)\\s+c(\\S+)");
    private static final Pattern SS = Pattern.compile("\\(\"([^\"]+)\",pid=(\\d+)");

    private PortOwner() {}

    /// Name and process id of the listener; empty when it is not ours to see.
    static Optional<String> find(int port) {
        return lsof(port).or(() -> ss(port));
    }

    private static Optional<String> lsof(int port) {
        var matcher = LSOF.matcher(output("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc"));
        return matcher.find() ? Optional.of(describe(matcher.group(2), matcher.group(1))) : Optional.empty();
    }

    private static Optional<String> ss(int port) {
        var matcher = SS.matcher(output("ss", "-ltnpH", "sport = :" + port));
        return matcher.find() ? Optional.of(describe(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    private static String describe(String name, String pid) {
        return name + " (process " + pid + ")";
    }

    private static String output(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(2, TimeUnit.SECONDS) ? text : "";
        } catch (IOException notInstalled) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
