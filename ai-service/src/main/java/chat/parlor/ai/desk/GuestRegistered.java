package chat.parlor.ai.desk;

/// A guest started a conversation, and what it wrote into the form is under way already, as far as the bot reads it:
/// `docs/contracts/guest/guest.registered.v1.schema.json`.
record GuestRegistered(String room) {}
