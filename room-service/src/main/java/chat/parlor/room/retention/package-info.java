/// How long what is kept of rooms is kept: administrators set it, and what is older is erased by itself.
@NullMarked
package chat.parlor.room.retention;

import org.jspecify.annotations.NullMarked;
