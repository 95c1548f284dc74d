/// How many guests wait, where each of them stands, and how long that will take by what really happened.
@NullMarked
package chat.parlor.room.queue;

import org.jspecify.annotations.NullMarked;
