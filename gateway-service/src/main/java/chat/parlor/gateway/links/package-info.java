/// Links that work once: invitations to a new account, and new passwords for accounts there are.
@NullMarked
package chat.parlor.gateway.links;

import org.jspecify.annotations.NullMarked;
