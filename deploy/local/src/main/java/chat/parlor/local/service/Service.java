package chat.parlor.local.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The six services. The launcher knows them by name only: nothing of theirs is compiled into it.
public enum Service {
    /// The edge: sockets, sign-in, web apps.
    GATEWAY("Gateway"),
    /// Rooms, members, queue and assignment.
    ROOM("Room"),
    /// The timeline of every room.
    MESSAGE("Message"),
    /// Who is here.
    PRESENCE("Presence"),
    /// Who the guest is.
    GUEST("Guest"),
    /// Bots and drafts.
    AI("Ai");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /// Its name in file names, ports, schemas and configuration.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The class that starts it, as a process or as a context.
    public String mainClass() {
        return "chat.parlor." + key() + "." + title + "Service";
    }

    /// The names of all services.
    public static List<String> keys() {
        return Arrays.stream(values()).map(Service::key).toList();
    }
}
