/// The read path: pages of a timeline, and what somebody who was away has missed.
@NullMarked
package chat.parlor.message.history;

import org.jspecify.annotations.NullMarked;
