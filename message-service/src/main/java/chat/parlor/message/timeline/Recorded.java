package chat.parlor.message.timeline;

/// An entry as it is stored: as it was at first, whatever became of it later.
///
/// @param entry the entry
/// @param ordinal how many messages the room has up to and including this entry, whatever its kind
public record Recorded(Entry entry, long ordinal) {}
