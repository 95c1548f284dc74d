/// What a service shows of itself: health of its loops, correlation, common metric tags.
@NullMarked
package chat.parlor.chassis.observe;

import org.jspecify.annotations.NullMarked;
