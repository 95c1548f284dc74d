package chat.parlor.message.erasure;

/// A room that is gone.
///
/// @param version higher than of any other news of it
record Gone(String id, long version) {}
