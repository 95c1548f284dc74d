package chat.parlor.message.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class DiskTest extends StorageContract {

    private Disk disk = new Disk(folder);

    @BeforeEach
    void aFolder() {
        disk = new Disk(folder.resolve("files"));
    }

    @AfterEach
    void noThreads() {
        disk.destroy();
    }

    @Test
    void aFileLiesUnderTheBeginningOfItsRandomName() throws IOException {
        var file = Files.writeString(folder.resolve("raw"), "x");

        disk.keep("f_4kq9x", file).block();

        assertThat(folder.resolve("files/4k/f_4kq9x")).hasContent("x");
        assertThat(file).doesNotExist();
    }

    @Override
    Storage storage() {
        return disk;
    }

    /// A folder that leads to itself: whatever is asked of it fails.
    @Override
    void breakDown() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("files"));
        Files.createSymbolicLink(folder.resolve("files"), folder.resolve("files"));
    }
}
