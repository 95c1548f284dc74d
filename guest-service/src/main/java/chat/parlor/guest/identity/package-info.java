/// Who a visitor is, as the server of the host page signed it, and the keys it signs with.
@NullMarked
package chat.parlor.guest.identity;

import org.jspecify.annotations.NullMarked;
