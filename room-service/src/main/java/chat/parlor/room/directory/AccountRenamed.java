package chat.parlor.room.directory;

/// What rooms read of `account.changed.v1`.
record AccountRenamed(String id, String name) {}
