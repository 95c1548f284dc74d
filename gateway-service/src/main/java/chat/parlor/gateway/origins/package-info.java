/// Which web pages may talk to the gateway, and what browsers are told about it.
@NullMarked
package chat.parlor.gateway.origins;

import org.jspecify.annotations.NullMarked;
