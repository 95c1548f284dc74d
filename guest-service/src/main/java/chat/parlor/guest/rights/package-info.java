/// What a guest may ask for: everything that is kept of it, and that it is erased. Administrators do it for the guest.
@NullMarked
package chat.parlor.guest.rights;

import org.jspecify.annotations.NullMarked;
