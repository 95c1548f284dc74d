/// Whether this node can serve, for load balancers and people.
@NullMarked
package chat.parlor.gateway.health;

import org.jspecify.annotations.NullMarked;
