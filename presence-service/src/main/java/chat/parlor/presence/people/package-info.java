/// People and their availability, worked out from their connections.
@NullMarked
package chat.parlor.presence.people;

import org.jspecify.annotations.NullMarked;
