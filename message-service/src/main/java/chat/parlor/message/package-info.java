/// Keeps the timeline of every room: the one place where messages get their order.
@NullMarked
package chat.parlor.message;

import org.jspecify.annotations.NullMarked;
