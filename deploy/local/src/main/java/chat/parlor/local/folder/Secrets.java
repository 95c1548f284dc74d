package chat.parlor.local.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Passwords and keys, made at the first start and kept where only their owner can read them.
public final class Secrets {
    private static final int BYTES = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /// Secrets of a data folder.
    public Secrets(DataFolder folder) {
        this.folder = folder.secrets();
    }

    /// The secret of that name, made now if there is none yet: 256 random bits, URL-safe.
    public synchronized String get(String name) {
        return find(name).orElseGet(() -> make(name));
    }

    /// The secret of that name, empty if there is none.
    public Optional<String> find(String name) {
        try {
            var file = file(name);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where the secret of that name is or would be kept.
    public Path file(String name) {
        return folder.resolve(name);
    }

    private String make(String name) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = folder.resolve("." + name);
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly);
            Files.writeString(fresh, secret + "\n", StandardOpenOption.WRITE);
            // moved as a whole, so that a crash leaves no half secret
            Files.move(fresh, file(name));
            return secret;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
