/// A visitor becomes a guest: form, token, first room, first message.
@NullMarked
package chat.parlor.guest.registration;

import org.jspecify.annotations.NullMarked;
