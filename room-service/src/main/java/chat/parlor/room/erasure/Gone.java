package chat.parlor.room.erasure;

/// A room that is gone.
///
/// @param version of its last state: nothing newer will come
public record Gone(String id, long version) {}
