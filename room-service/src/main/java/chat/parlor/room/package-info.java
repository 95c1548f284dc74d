/// Rooms, who is in them, whose turn it is, and the lists in which people find them.
@NullMarked
package chat.parlor.room;

import org.jspecify.annotations.NullMarked;
