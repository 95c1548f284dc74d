package chat.parlor.guarantees;

import java.util.List;

/// A room's whole history as one member read it, ascending.
public record History(String room, String member, List<Entry> entries) {
    /// Copies its list.
    public History {
        entries = List.copyOf(entries);
    }

    /// The highest place; 0 when there is none.
    public long head() {
        return entries.isEmpty() ? 0 : entries.getLast().seq();
    }
}
