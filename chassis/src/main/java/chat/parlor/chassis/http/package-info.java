/// Calls to other services: timeouts, circuit breakers, the service's own token.
@NullMarked
package chat.parlor.chassis.http;

import org.jspecify.annotations.NullMarked;
