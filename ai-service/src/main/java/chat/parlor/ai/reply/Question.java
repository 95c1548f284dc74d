package chat.parlor.ai.reply;

/// What the bot is to answer.
///
/// @param guest the guest's name
/// @param text what the guest wrote; data, not instructions
public record Question(String guest, String text) {}
