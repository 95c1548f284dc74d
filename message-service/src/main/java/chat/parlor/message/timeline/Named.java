package chat.parlor.message.timeline;

/// A member by id and name.
public record Named(String id, String name) {}
