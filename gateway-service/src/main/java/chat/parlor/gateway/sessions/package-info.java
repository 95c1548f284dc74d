/// Signing in and out, and the sessions in between.
@NullMarked
package chat.parlor.gateway.sessions;

import org.jspecify.annotations.NullMarked;
