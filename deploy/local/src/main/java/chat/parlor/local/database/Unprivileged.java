package chat.parlor.local.database;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// PostgreSQL refuses to run as root. Where we are root, it runs in a user namespace of its own, in which the same
/// user has no name and no rights; where there are none of those, as the user `nobody`, who is then given its files.
enum Unprivileged {
    /// We are an ordinary user: nothing to do.
    AS_IS(""),
    /// In a user namespace.
    NAMESPACE("unshare -U"),
    /// As `nobody`.
    NOBODY("setpriv --reuid 65534 --regid 65534 --clear-groups");

    private static final int NOBODY_ID = 65_534;

    private final String prefix;

    Unprivileged(String prefix) {
        this.prefix = prefix;
    }

    /// The way that works here.
    ///
    /// @throws Refused when we are root and neither way works
    static Unprivileged here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new Refused(Reason.MISSING_TOOL, "PostgreSQL does not run as root; start Parlor as an ordinary user");
    }

    /// What to write before a command.
    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
    }

    /// Lets the user we become write there.
    void own(Path path) {
        if (this != NOBODY) {
            return;
        }
        try {
            Files.setAttribute(path, "unix:uid", NOBODY_ID);
            Files.setAttribute(path, "unix:gid", NOBODY_ID);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean works() {
        return Shell.run(prefix(), "true").succeeded();
    }
}
