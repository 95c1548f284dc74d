package chat.parlor.gateway.feed;

/// An event in the feed.
///
/// @param position its place; the next has the next number
/// @param room where it happened
/// @param body JSON as it goes out: `{id, type, at, data}`
public record FeedEvent(long position, String room, String type, String body) {}
