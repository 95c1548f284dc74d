package chat.parlor.message.access;

/// Why somebody may not do something in a room.
public enum Denial {
    /// Neither a member nor otherwise allowed in; the same when there is no such room.
    NOT_A_MEMBER("not-a-member", "You are not a member of this room"),
    /// In the room, but this is for others to do.
    NOT_ALLOWED("not-allowed", "You may not do this here"),
    /// An agent writes into a conversation somebody else has, or nobody yet.
    NOT_ASSIGNED("not-allowed", "Accept the conversation first"),
    /// A moderator took the word away.
    MUTED("muted", "You are muted in this room"),
    /// The conversation is over.
    ROOM_CLOSED("room-closed", "This conversation is closed; start a new one or ask for it to be reopened"),
    /// Somebody is named who has no account or may not read the room, or the room is a guest's.
    UNKNOWN_MENTION(
            "unknown-mention", "mentions: expected accounts that may read this room, in a room without a guest"),
    /// An automatic voice that does not know yet that the conversation changed hands.
    STALE_FENCE("stale-fence", "The conversation has changed hands");

    private final String code;
    private final String message;

    Denial(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /// The stable code for clients.
    public String code() {
        return code;
    }

    /// For people.
    public String message() {
        return message;
    }
}
