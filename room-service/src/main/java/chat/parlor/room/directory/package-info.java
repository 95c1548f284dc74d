/// How rooms are kept, looked up, and announced when they change.
@NullMarked
package chat.parlor.room.directory;

import org.jspecify.annotations.NullMarked;
