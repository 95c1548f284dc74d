/// Who may do what in which room, by a local copy of the rooms that is never trusted to be the latest news.
@NullMarked
package chat.parlor.message.access;

import org.jspecify.annotations.NullMarked;
