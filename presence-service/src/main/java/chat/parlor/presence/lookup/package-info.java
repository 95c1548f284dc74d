/// Colleagues ask who is here.
@NullMarked
package chat.parlor.presence.lookup;

import org.jspecify.annotations.NullMarked;
