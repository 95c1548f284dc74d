/// What happens in guests' rooms, stored in one order for programs outside to follow from any position on.
@NullMarked
package chat.parlor.gateway.feed;

import org.jspecify.annotations.NullMarked;
