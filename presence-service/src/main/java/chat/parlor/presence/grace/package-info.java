/// How long people stay after their last connection has gone, as administrators set it.
@NullMarked
package chat.parlor.presence.grace;

import org.jspecify.annotations.NullMarked;
