/// How rooms look to a member: lists, unread counts, last messages.
@NullMarked
package chat.parlor.room.inbox;

import org.jspecify.annotations.NullMarked;
