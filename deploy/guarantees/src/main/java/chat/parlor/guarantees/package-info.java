/// What Parlor promises, as objects that are fed with what was sent, acknowledged, received and read.
@NullMarked
package chat.parlor.guarantees;

import org.jspecify.annotations.NullMarked;
