/// What every request is held to: size, time, number of connections, and the headers every answer carries.
@NullMarked
package chat.parlor.gateway.limits;

import org.jspecify.annotations.NullMarked;
