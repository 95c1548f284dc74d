/// What this node knows of rooms: who may read them. Kept fresh by room-service's announcements.
@NullMarked
package chat.parlor.gateway.rooms;

import org.jspecify.annotations.NullMarked;
