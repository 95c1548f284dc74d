/// Events in and out of Kafka: the publisher, and loops that read in order and never lose a record.
@NullMarked
package chat.parlor.chassis.event;

import org.jspecify.annotations.NullMarked;
