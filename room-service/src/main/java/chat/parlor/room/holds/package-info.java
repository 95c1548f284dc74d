/// Legal holds: rooms and guests of whom nothing is erased until the hold is lifted.
@NullMarked
package chat.parlor.room.holds;

import org.jspecify.annotations.NullMarked;
