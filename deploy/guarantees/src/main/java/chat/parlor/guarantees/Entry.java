package chat.parlor.guarantees;

/// What of a timeline entry counts for the promise.
///
/// @param seq its place in the room
/// @param author the member who caused it
/// @param id the id its author's client gave it
public record Entry(long seq, String author, String id) {
    /// The message this entry is, in a room.
    public Message in(String room) {
        return new Message(room, author, id);
    }
}
