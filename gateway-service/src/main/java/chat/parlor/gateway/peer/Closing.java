package chat.parlor.gateway.peer;

/// Why the gateway closes a socket, with the code its client acts upon.
public enum Closing {
    /// Nothing was heard from the client for two heartbeats.
    SILENT(1001, "nothing heard"),
    /// The client does not speak WebSocket as it should.
    PROTOCOL(1002, "protocol error"),
    /// A text was not valid UTF-8.
    NOT_UTF8(1007, "not UTF-8"),
    /// A message was longer than the limit, or came in too many fragments.
    TOO_BIG(1009, "frame too big"),
    /// This node is leaving.
    LEAVING(1012, "node leaving"),
    /// The client reads too slowly, or what it asked for cannot be had here now.
    TRY_LATER(1013, "try again later"),
    /// Too many bad frames.
    BAD_FRAMES(4400, "too many bad frames"),
    /// No, bad or ended credentials.
    UNAUTHORIZED(4401, "sign in again"),
    /// No hello in time.
    NO_HELLO(4408, "no hello in time"),
    /// Too many connections, or frames after being told that they are too many.
    TOO_MANY(4429, "too many");

    private final int code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /// The WebSocket status code.
    public int code() {
        return code;
    }

    /// The reason in the close frame.
    public String reason() {
        return reason;
    }
}
