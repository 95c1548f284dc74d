/// Quick replies: texts with a shortcut that agents send again and again, personal ones and shared ones.
@NullMarked
package chat.parlor.room.replies;

import org.jspecify.annotations.NullMarked;
