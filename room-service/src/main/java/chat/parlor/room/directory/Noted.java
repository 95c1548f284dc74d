package chat.parlor.room.directory;

import chat.parlor.room.domain.Notice;
import chat.parlor.room.domain.Room;

/// A changed room, and what its timeline tells of the change.
public record Noted(Room room, Notice notice) {

    /// The same of the room as it is after another change.
    public Noted with(Room other) {
        return new Noted(other, notice);
    }
}
