/// What agents sort conversations by: a list that administrators keep, and which of it stands on which guest room.
@NullMarked
package chat.parlor.room.tags;

import org.jspecify.annotations.NullMarked;
