/// What trusted proxies say about a request: the client's address, its scheme and the host it asked for.
@NullMarked
package chat.parlor.gateway.proxies;

import org.jspecify.annotations.NullMarked;
