/// Whose turn it is in a guest room: queue, claim, transfer, resolve, close.
@NullMarked
package chat.parlor.room.desk;

import org.jspecify.annotations.NullMarked;
