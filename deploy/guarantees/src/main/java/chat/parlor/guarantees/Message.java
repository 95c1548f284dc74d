package chat.parlor.guarantees;

/// What makes a message one message: its room, its author and the id its author's client gave it.
public record Message(String room, String author, String id) {
    @Override
    public String toString() {
        return id + " of " + author;
    }
}
