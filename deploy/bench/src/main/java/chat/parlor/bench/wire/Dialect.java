package chat.parlor.bench.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;

/// How one kind of server is spoken to. Without state: all sockets share it.
///
/// A message is known by a number; on the wire it is `m-` and the number.
public interface Dialect {
    /// The path of the socket, with its query.
    String path();

    /// The subprotocol to ask for; empty for none.
    String subprotocol();

    /// The first frames after the handshake.
    List<String> hello(String token);

    /// Asks for a room, and for everything after a position if one is known.
    ///
    /// @param token as in [#hello]
    String open(String token, String room, Position after);

    /// Writes the frame that sends a message of about a hundred characters.
    void send(ByteBuf out, String room, long number);

    /// Says what a frame means.
    void hear(Scan frame, Hearing hearing);
}
