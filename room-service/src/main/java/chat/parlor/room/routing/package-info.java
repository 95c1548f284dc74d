/// Which agent is given the guest who waits longest: policy, capacity, and the events that make it possible.
@NullMarked
package chat.parlor.room.routing;

import org.jspecify.annotations.NullMarked;
