/// Erases what was said with a guest, once its rooms are gone.
@NullMarked
package chat.parlor.message.erasure;

import org.jspecify.annotations.NullMarked;
