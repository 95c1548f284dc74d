package chat.parlor.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path scratch;

    @Test
    void aNewFolderIsMadeWithItsVersion() throws IOException {
        var folder = DataFolder.open(scratch.resolve("a/b"));

        assertThat(folder.root().resolve("version")).hasContent(DataFolder.VERSION);
        assertThat(Files.getPosixFilePermissions(folder.secrets()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFolderIsOpenedAgain() {
        DataFolder.open(scratch);

        assertThat(DataFolder.open(scratch).root()).isEqualTo(scratch);
    }

    @Test
    void aFolderOfAnotherVersionIsRefused() throws IOException {
        Files.writeString(scratch.resolve("version"), "99\n");

        assertThatThrownBy(() -> DataFolder.open(scratch))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER_VERSION))
                .hasMessageContaining("99")
                .hasMessageContaining("expected: " + DataFolder.VERSION);
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        var file = Files.createFile(scratch.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_PERMISSION));
    }

    @Test
    void aSecretIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        var secrets = new Secrets(DataFolder.open(scratch));

        var made = secrets.get("service");

        assertThat(made).hasSize(43).isEqualTo(secrets.get("service")).isNotEqualTo(secrets.get("other"));
        assertThat(Files.getPosixFilePermissions(secrets.file("service")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aLockedFolderIsRefusedUntilTheLockIsGivenBack() {
        var folder = DataFolder.open(scratch);

        try (var lock = FolderLock.alone(folder)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> FolderLock.alone(folder))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.ALREADY_RUNNING));
        }
        FolderLock.alone(folder).close();
    }
}
