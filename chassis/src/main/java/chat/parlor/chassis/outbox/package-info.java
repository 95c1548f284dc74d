/// Events that commit with the data they speak of, and the relay that publishes them in order.
@NullMarked
package chat.parlor.chassis.outbox;

import org.jspecify.annotations.NullMarked;
