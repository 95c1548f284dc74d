/// A Parlor of its own in a scratch folder, started through the one door.
@NullMarked
package chat.parlor.bench.stack;

import org.jspecify.annotations.NullMarked;
