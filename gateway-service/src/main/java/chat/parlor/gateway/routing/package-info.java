/// Routes to the services behind the gateway: the credential is swapped for an internal token, each service has its
/// own circuit breaker, and a service that is away or late is said to be so.
@NullMarked
package chat.parlor.gateway.routing;

import org.jspecify.annotations.NullMarked;
