/// The one clockwork for everything that recurs, however many sockets there are.
@NullMarked
package chat.parlor.gateway.tick;

import org.jspecify.annotations.NullMarked;
