package chat.parlor.local.folder;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder in which everything lives that must survive a restart.
public final class DataFolder {
    /// The layout this launcher writes. It grows when an older launcher could no longer read the folder.
    static final String VERSION = "1";

    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    /// Opens a data folder, making what is missing.
    ///
    /// @throws Refused when it cannot be written, or was written by another version
    public static DataFolder open(Path root) {
        var folder = new DataFolder(root.toAbsolutePath().normalize());
        try {
            folder.create();
            folder.checkVersion();
            return folder;
        } catch (IOException failure) {
            throw new Refused(
                    Reason.NO_PERMISSION,
                    "cannot write the data folder " + folder.root + " ("
                            + failure.getClass().getSimpleName()
                            + "); choose another with --data DIR or mend its permissions");
        }
    }

    /// The folder itself.
    public Path root() {
        return root;
    }

    /// Where PostgreSQL keeps its files.
    public Path postgres() {
        return root.resolve("postgres");
    }

    /// Where the broker keeps its files.
    public Path kafka() {
        return root.resolve("kafka");
    }

    /// Where what people upload is kept.
    public Path files() {
        return root.resolve("files");
    }

    /// Process ids, ports and locks: what is true only while something runs.
    public Path run() {
        return root.resolve("run");
    }

    /// What only the owner may read.
    public Path secrets() {
        return root.resolve("secrets");
    }

    /// The log file of one part.
    public Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    private void create() throws IOException {
        Files.createDirectories(root);
        Files.createDirectories(root.resolve("logs"));
        Files.createDirectories(run());
        Files.createDirectories(kafka());
        Files.createDirectories(secrets());
        Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
        if (!Files.isWritable(root) || !Files.isWritable(run())) {
            throw new IOException("not writable");
        }
    }

    private void checkVersion() throws IOException {
        var file = root.resolve("version");
        if (!Files.exists(file)) {
            requireNew();
            Files.writeString(file, VERSION + "\n");
            return;
        }
        var found = Files.readString(file).strip();
        if (!found.equals(VERSION)) {
            throw new Refused(
                    Reason.OTHER_VERSION,
                    "the data folder " + root + " has version " + found + " (expected: " + VERSION
                            + "); start the Parlor that wrote it, or choose another with --data DIR");
        }
    }

    private void requireNew() {
        if (Files.exists(postgres().resolve("PG_VERSION"))) {
            throw new Refused(
                    Reason.OTHER_VERSION,
                    "the data folder " + root + " has no version file (expected: " + VERSION
                            + "); choose another with --data DIR");
        }
    }
}
