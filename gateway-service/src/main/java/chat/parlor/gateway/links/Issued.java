package chat.parlor.gateway.links;

/// A link that was just made.
///
/// @param token what has to be shown to use it; stored nowhere but sealed in a mail, and told this once
/// @param mailed whether it is also sent to the person by e-mail
public record Issued(Link link, String token, boolean mailed) {

    Issued mailed(boolean really) {
        return new Issued(link, token, really);
    }
}
