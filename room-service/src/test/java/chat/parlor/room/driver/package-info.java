/// Drives the service in tests as its neighbours would.
@NullMarked
package chat.parlor.room.driver;

import org.jspecify.annotations.NullMarked;
