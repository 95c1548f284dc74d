/// What a server costs, as the kernel counts it.
@NullMarked
package chat.parlor.bench.cost;

import org.jspecify.annotations.NullMarked;
