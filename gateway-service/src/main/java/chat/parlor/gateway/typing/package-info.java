/// Who is writing just now: lossy, never stored, forgotten after three seconds.
@NullMarked
package chat.parlor.gateway.typing;

import org.jspecify.annotations.NullMarked;
