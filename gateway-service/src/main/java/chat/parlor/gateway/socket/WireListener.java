package chat.parlor.gateway.socket;

/// Hears what happens on a wire, on its event loop.
interface WireListener {

    /// The wire is connected; nothing was heard yet.
    void ready(Wire wire);

    /// A whole text message.
    void text(String message);

    /// A binary message, which this protocol does not have.
    void binary();

    /// The connection is gone.
    void gone();
}
