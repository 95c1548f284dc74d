/// What the gateway's tests share: fake services behind it, and people who sign in.
@NullMarked
package chat.parlor.gateway.testing;

import org.jspecify.annotations.NullMarked;
