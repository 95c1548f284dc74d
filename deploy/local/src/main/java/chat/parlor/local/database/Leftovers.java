package chat.parlor.local.database;

import chat.parlor.local.folder.PidFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Children of a server that was killed hard. While one of them holds the shared memory no new server starts.
final class Leftovers {
    private static final int PATIENCE_SECONDS = 30;

    private Leftovers() {}

    /// Ends them. Only called when the data folder has no living server.
    static void end(Path data) throws IOException {
        for (var process : find(data)) {
            process.destroyForcibly();
            await(process);
        }
        // our own check said that nothing lives: what the file says about a process of that number is not about ours
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private static List<ProcessHandle> find(Path data) throws IOException {
        var real = data.toRealPath();
        return ProcessHandle.allProcesses()
                .filter(PidFiles::lives)
                .filter(process -> isPostgres(process) && worksIn(process, real))
                .toList();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(path -> path.endsWith("postgres")).orElse(false);
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data);
        } catch (IOException cannotTell) {
            return false;
        }
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException stillThere) {
            // the server's own check decides then, and its log says so
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
