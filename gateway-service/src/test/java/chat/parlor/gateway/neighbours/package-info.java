/// The services around a gateway under test, played by the test, and a client of its socket.
@NullMarked
package chat.parlor.gateway.neighbours;

import org.jspecify.annotations.NullMarked;
