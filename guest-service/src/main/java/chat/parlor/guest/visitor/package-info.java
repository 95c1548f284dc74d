/// What is known of a visitor: contact, what the host page says besides, pages, device, other conversations.
@NullMarked
package chat.parlor.guest.visitor;

import org.jspecify.annotations.NullMarked;
