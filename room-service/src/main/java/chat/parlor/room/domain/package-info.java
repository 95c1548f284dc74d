/// What a room is and who may see it, without how it is kept or shown.
@NullMarked
package chat.parlor.room.domain;

import org.jspecify.annotations.NullMarked;
