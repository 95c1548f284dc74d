package chat.parlor.local.database;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL programs, unpacked once from the archive for this platform.
final class PostgresBinaries {
    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /// The programs for this machine, unpacked below `home` unless they already are.
    ///
    /// @throws Refused when there is no archive for this platform
    static PostgresBinaries in(Path home) {
        try {
            var archive = archive();
            // the size tells one release from the next
            var folder = home.resolve("postgres-" + archive.openConnection().getContentLengthLong());
            if (!Files.isDirectory(folder)) {
                unpack(archive, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The full path of a program.
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var bits = arch.equals("aarch64") ? "arm_64" : "x86_64";
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var found = PostgresBinaries.class.getResource("/postgres-" + system + "-" + bits + ".txz");
        if (found == null) {
            throw new Refused(Reason.MISSING_TOOL, "no PostgreSQL is shipped for " + system + " on " + arch);
        }
        return found;
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        var fresh = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "postgres-unpacking");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = next(tar); entry != null; entry = next(tar)) {
                unpack(entry, tar, fresh);
            }
        }
        // moved as a whole, so that an interrupted start leaves no half installation
        Files.move(fresh, folder);
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        return tar.getNextEntry();
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
