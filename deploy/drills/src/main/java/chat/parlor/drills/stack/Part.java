package chat.parlor.drills.stack;

import java.util.Locale;

/// The processes of a stack.
public enum Part {
    /// The broker.
    BROKER,
    /// The database.
    POSTGRES,
    /// The edge.
    GATEWAY,
    /// The timelines.
    MESSAGE,
    /// Rooms and members.
    ROOM,
    /// Who is here.
    PRESENCE,
    /// Who the guest is.
    GUEST,
    /// Bots and drafts.
    AI;

    /// Its name in files and on the command line.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The folder of its files below the data folder; broker and database only.
    String folder() {
        return this == BROKER ? "kafka" : key();
    }

    /// Where it says that it can serve; services only.
    String health() {
        return this == GATEWAY ? "/api/v1/health" : "/actuator/health/readiness";
    }
}
