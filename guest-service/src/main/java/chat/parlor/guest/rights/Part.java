package chat.parlor.guest.rights;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What is erased of a guest, by who keeps it.
enum Part {
    /// Name, contact, token: this service.
    IDENTITY,
    /// Conversations and what agents noted beside them: room-service.
    ROOMS,
    /// What was written, and files: message-service.
    MESSAGES,
    /// When the guest was here: presence-service.
    PRESENCE;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
