package chat.parlor.drills.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// `./parlor start --processes` for one scratch folder. Calling it again brings back what is missing.
///
/// @param root where Parlor is
record Door(Path root, Path folder, int port) {
    /// What differs from an installation: members repeat themselves after an outage, and detection is quicker.
    private static final List<String> SETTINGS = List.of(
            "--parlor.gateway.commands.sends=300",
            "--parlor.gateway.socket.heartbeat=5s",
            "--parlor.gateway.admission.leave-spread=2s");

    private static final Duration STOP = Duration.ofSeconds(90);

    Call start() {
        try {
            var output = Files.createTempFile(folder, "start", ".log");
            var command = Stream.concat(
                            Stream.of(
                                    root.resolve("parlor").toString(),
                                    "start",
                                    "--processes",
                                    "--port",
                                    Integer.toString(port),
                                    "--data",
                                    folder.resolve("data").toString(),
                                    "--"),
                            SETTINGS.stream())
                    .toList();
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().put("PARLOR_ADMIN_PASSWORD", Stack.PASSWORD);
            builder.environment().put("PARLOR_AS_BUILT", "yes");
            builder.environment().remove("PARLOR_ADMIN_EMAIL");
            return new Call(builder.start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// One call, which stays in the foreground once everything runs.
    ///
    /// @param output where it says what it does
    record Call(Process process, Path output) implements AutoCloseable {
        void awaitReady(Duration patience) {
            Pause.until(patience, () -> isReady() || !process.isAlive());
            if (!isReady()) {
                throw new Unexpected("Parlor did not start; see " + output);
            }
        }

        private boolean isReady() {
            try {
                return Files.readString(output).contains("Parlor is ready");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /// Stops everything that runs on the folder.
        void stop() {
            process.destroy();
            if (!Pause.until(STOP, () -> !process.isAlive())) {
                process.destroyForcibly();
            }
        }

        /// Leaves the foreground without stopping anything: what is killed hard cannot do so.
        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
