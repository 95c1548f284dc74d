package chat.parlor.ai.desk;

/// A guest room as the bot knows it.
///
/// @param fence goes along with what the bot says
/// @param guest the guest's name
record Room(String id, String status, long fence, String guest, boolean greeted, boolean answered) {

    /// Nobody has asked for a person and no person has the room.
    boolean open() {
        return "open".equals(status);
    }

    boolean said(Word word) {
        return switch (word) {
            case GREETING -> greeted;
            case ANSWER -> answered;
        };
    }
}
