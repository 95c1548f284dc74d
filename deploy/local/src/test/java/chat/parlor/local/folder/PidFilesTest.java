package chat.parlor.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
    @TempDir
    private Path scratch;

    private DataFolder folder;
    private PidFiles pids;

    @BeforeEach
    void open() {
        folder = DataFolder.open(scratch);
        pids = new PidFiles(folder);
    }

    @Test
    void aProcessThatLivesIsFound() {
        pids.write("me", ProcessHandle.current().pid());

        assertThat(pids.alive("me")).contains(ProcessHandle.current());
    }

    @Test
    void aProcessThatWasKilledIsKnownButNotAlive() throws IOException {
        var process = new ProcessBuilder("sleep", "60").start();
        pids.write("sleeper", process.pid());

        process.destroyForcibly();

        await().atMost(ONE_MINUTE).until(() -> pids.alive("sleeper").isEmpty());
        assertThat(pids.has("sleeper")).isTrue();
    }

    @Test
    void aNumberThatAnotherProcessGotLaterCountsForNothing() throws IOException {
        pids.write("me", ProcessHandle.current().pid());
        Files.setLastModifiedTime(folder.run().resolve("me.pid"), FileTime.from(Instant.EPOCH));

        assertThat(pids.alive("me")).isEmpty();
    }

    @Test
    void aDamagedFileCountsForNothing() throws IOException {
        Files.writeString(folder.run().resolve("odd.pid"), "12x");

        assertThat(pids.alive("odd")).isEmpty();
    }

    @Test
    void whatWasRemovedIsForgotten() {
        pids.write("me", ProcessHandle.current().pid());

        pids.remove("me");

        assertThat(pids.has("me")).isFalse();
        assertThat(pids.alive("me")).isEmpty();
    }
}
