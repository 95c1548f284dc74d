/// What is kept of a guest's rooms: given out when the guest asks for it, and erased for ever.
@NullMarked
package chat.parlor.room.erasure;

import org.jspecify.annotations.NullMarked;
