/// Which colleagues look at a room just now, and what they write: lossy, never stored, never for guests.
@NullMarked
package chat.parlor.gateway.viewing;

import org.jspecify.annotations.NullMarked;
