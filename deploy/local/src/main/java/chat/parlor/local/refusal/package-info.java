/// What the launcher says when it cannot go on.
@NullMarked
package chat.parlor.local.refusal;

import org.jspecify.annotations.NullMarked;
