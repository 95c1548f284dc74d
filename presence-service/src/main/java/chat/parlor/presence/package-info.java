/// Who is here: connections, statuses, last seen.
@NullMarked
package chat.parlor.presence;

import org.jspecify.annotations.NullMarked;
