/// Websockets as raw as they come: one event loop holds them all, and frames are scanned, not parsed.
@NullMarked
package chat.parlor.bench.wire;

import org.jspecify.annotations.NullMarked;
