/// What agents see of conversations that colleagues have, as administrators set it.
@NullMarked
package chat.parlor.room.visibility;

import org.jspecify.annotations.NullMarked;
