/// Work that is done again and again.
@NullMarked
package chat.parlor.chassis.repeat;

import org.jspecify.annotations.NullMarked;
