/// Starts and stops the whole of Parlor on one machine.
@NullMarked
package chat.parlor.local;

import org.jspecify.annotations.NullMarked;
