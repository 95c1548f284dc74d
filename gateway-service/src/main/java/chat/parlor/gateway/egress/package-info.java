/// Calls to addresses that people typed in: never to the inside, whatever a name says when it is asked again.
@NullMarked
package chat.parlor.gateway.egress;

import org.jspecify.annotations.NullMarked;
