package chat.parlor.bench.subject;

/// A conversation of two members.
///
/// @param id of the room
/// @param writer the credential of one member; many sockets may use it
/// @param reader the credential of the other, the same for all rooms where there is a desk
public record Room(String id, String writer, String reader) {}
