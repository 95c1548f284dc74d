/// Forgets when a guest was here, once it is erased; and says it before, when the guest asks what is kept.
@NullMarked
package chat.parlor.presence.erasure;

import org.jspecify.annotations.NullMarked;
