/// The socket: handshake, hello, frames in, frames out, heartbeats, limits and closing.
@NullMarked
package chat.parlor.gateway.socket;

import org.jspecify.annotations.NullMarked;
