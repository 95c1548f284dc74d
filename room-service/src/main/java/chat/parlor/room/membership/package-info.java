/// How rooms come to be and who belongs to them.
@NullMarked
package chat.parlor.room.membership;

import org.jspecify.annotations.NullMarked;
