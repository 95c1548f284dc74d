package chat.parlor.gateway.links;

/// A link that was just made.
///
/// @param token what has to be shown to use it; stored nowhere, and told this once
public record Issued(Link link, String token) {}
