package chat.parlor.local.database;

import chat.parlor.local.folder.PidFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The server process that `postmaster.pid` speaks of.
record Postmaster(long pid, int port) {
    private static final int PORT_LINE = 3;
    /// How much later than it began a server may note so: a busy machine takes its time, and no other server gets the
    /// same number so soon.
    private static final Duration SLACK = Duration.ofSeconds(30);

    /// The server of a data folder, if it lives. A file left by a server that was killed counts for nothing, also
    /// when its number now belongs to another process.
    static Optional<Postmaster> running(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return parse(lines).filter(found -> isServer(found.pid(), lines));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static Optional<Postmaster> parse(List<String> lines) {
        try {
            var pid = Long.parseLong(lines.getFirst().strip());
            return Optional.of(
                    new Postmaster(pid, Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    private static boolean isServer(long pid, List<String> lines) {
        return ProcessHandle.of(pid)
                .filter(PidFiles::lives)
                .filter(process -> isPostgres(process) && startedAt(process, lines.get(2)))
                .isPresent();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(path -> path.endsWith("postgres")).orElse(true);
    }

    private static boolean startedAt(ProcessHandle process, String seconds) {
        var noted = Instant.ofEpochSecond(Long.parseLong(seconds.strip()));
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, noted).abs().compareTo(SLACK) <= 0)
                .orElse(true);
    }
}
