/// The driver: sockets on one event loop, and messages on a schedule that does not wait for answers.
@NullMarked
package chat.parlor.bench.load;

import org.jspecify.annotations.NullMarked;
