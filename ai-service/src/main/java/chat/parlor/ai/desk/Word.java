package chat.parlor.ai.desk;

import java.util.Locale;

/// What the bot says in a room, each at most once.
enum Word {
    GREETING,
    ANSWER;

    /// The name on the wire and in metrics.
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The client id of the message: one for each room.
    String id(String room) {
        return wire() + "-" + room;
    }
}
