/// A client of the public interface that hides nothing: REST calls and one socket.
@NullMarked
package chat.parlor.bench.client;

import org.jspecify.annotations.NullMarked;
