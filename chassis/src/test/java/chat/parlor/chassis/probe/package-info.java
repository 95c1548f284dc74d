/// A service with nothing but the chassis, to try the chassis on.
@NullMarked
package chat.parlor.chassis.probe;

import org.jspecify.annotations.NullMarked;
