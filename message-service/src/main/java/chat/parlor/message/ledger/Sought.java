package chat.parlor.message.ledger;

import java.util.Set;

/// Which entries have to be known to decide on commands.
///
/// @param rooms the rooms
/// @param commands entries by the command that made them
/// @param places entries by their place
public record Sought(Set<String> rooms, Set<Command> commands, Set<Place> places) {

    public Sought {
        rooms = Set.copyOf(rooms);
        commands = Set.copyOf(commands);
        places = Set.copyOf(places);
    }

    /// The command that made an entry.
    public record Command(String room, String author, String id) {}

    /// An entry's place.
    public record Place(String room, long seq) {}
}
