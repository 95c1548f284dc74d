/// Who is connected to this node, as those see it who have something to tell them.
@NullMarked
package chat.parlor.gateway.peer;

import org.jspecify.annotations.NullMarked;
