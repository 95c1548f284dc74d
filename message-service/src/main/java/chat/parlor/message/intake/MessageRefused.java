package chat.parlor.message.intake;

/// `message.refused.v1`; contract: `docs/contracts/message`.
///
/// @param room the room the command was for
/// @param id the author's own id of the command
/// @param author the member whose command it was
/// @param code stable, for clients
/// @param message what it was and what was wanted, for people
record MessageRefused(String room, String id, String author, String code, String message) {}
