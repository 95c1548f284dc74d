/// The one timer of the service.
@NullMarked
package chat.parlor.presence.deadline;

import org.jspecify.annotations.NullMarked;
