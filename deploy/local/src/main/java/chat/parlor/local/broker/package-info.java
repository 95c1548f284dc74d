/// The Kafka broker that runs inside a JVM of ours.
@NullMarked
package chat.parlor.local.broker;

import org.jspecify.annotations.NullMarked;
