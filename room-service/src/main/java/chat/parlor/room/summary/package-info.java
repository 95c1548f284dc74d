/// What became of conversations: made by rules when they end, kept, shown to staff.
@NullMarked
package chat.parlor.room.summary;

import org.jspecify.annotations.NullMarked;
