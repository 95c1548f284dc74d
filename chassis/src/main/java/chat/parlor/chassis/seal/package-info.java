/// What lies in a database and must not be readable there.
@NullMarked
package chat.parlor.chassis.seal;

import org.jspecify.annotations.NullMarked;
