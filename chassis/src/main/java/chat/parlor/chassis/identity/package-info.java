/// Who calls: internal tokens, signed by the gateway or with the services' shared secret, verified here.
@NullMarked
package chat.parlor.chassis.identity;

import org.jspecify.annotations.NullMarked;
