package chat.parlor.ai.desk;

/// A message in a timeline, as far as the bot reads it: `docs/contracts/message/message.sent.v1.schema.json`.
record MessageSent(String room, Author author, String text) {

    record Author(String kind) {}

    boolean byGuest() {
        return "guest".equals(author.kind());
    }
}
