/// The desk over a period: conversations, times, ratings, by day and by agent.
@NullMarked
package chat.parlor.room.reports;

import org.jspecify.annotations.NullMarked;
