package chat.parlor.gateway.peer;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.frame.Frame;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/// One socket whose member is known. Everything may be called from any thread; a closed peer ignores it.
public interface Peer {

    /// The id of the connection.
    String connection();

    /// Whose it is.
    Caller caller();

    /// The sign-in session behind it; none for guests.
    @Nullable
    String session();

    /// The event loop on which everything of this socket happens.
    EventExecutor loop();

    /// Sends a frame the client did not ask for. When the client reads too slowly a lossy frame is dropped, and any
    /// other closes the socket: the client comes back and resumes.
    void send(Frame frame);

    /// Sends what the client asked for. It does not count against the outbound bound; the client is not read from
    /// until it has taken most of it.
    void answer(Frame frame);

    /// Closes the socket.
    void end(Closing why);
}
