package chat.parlor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the administrator's password where the launcher keeps it.
final class Passwords {
    private Passwords() {}

    /// From `PARLOR_ADMIN_PASSWORD`, else from the data folder.
    ///
    /// @throws Unusable when it is in neither
    static String ofAdministrator(Optional<String> dataFolder) {
        var given = System.getenv("PARLOR_ADMIN_PASSWORD");
        if (given != null && !given.isEmpty()) {
            return given;
        }
        var data = dataFolder.map(Path::of).orElseGet(() -> root().resolve("data"));
        var file = data.resolve("secrets").resolve("admin-password");
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new Unusable(
                    "no password: give --password, PARLOR_ADMIN_PASSWORD or --data DIR (looked in " + file + ")");
        }
    }

    /// Where Parlor itself is.
    static Path root() {
        return Path.of(System.getProperty("parlor.root", "."));
    }
}
