package chat.parlor.room.domain;

/// Somebody, by id and the name to show.
public record Named(String id, String name) {}
