/// What is asked of a server.
@NullMarked
package chat.parlor.bench.workload;

import org.jspecify.annotations.NullMarked;
