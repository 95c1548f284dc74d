/// The edge: sign-in, accounts, routes to the services, sockets and the web apps.
@NullMarked
package chat.parlor.gateway;

import org.jspecify.annotations.NullMarked;
