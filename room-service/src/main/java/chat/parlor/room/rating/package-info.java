/// How guests found conversations that were closed.
@NullMarked
package chat.parlor.room.rating;

import org.jspecify.annotations.NullMarked;
