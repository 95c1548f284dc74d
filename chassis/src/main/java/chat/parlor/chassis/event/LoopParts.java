package chat.parlor.chassis.event;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/// What a loop is made of.
///
/// @param consumers makes a consumer that is not subscribed to anything yet
/// @param topicsInBroker the topics under the names they have in the broker
/// @param parser bytes in, the consumer's own type out
/// @param grave where records go that nobody can handle
/// @param timer how long batches take
/// @param topicWait how long to wait before looking again for a topic that its owner has not created yet
/// @param <T> what the subscription reads
record LoopParts<T>(
        Supplier<Consumer<String, byte[]>> consumers,
        Set<String> topicsInBroker,
        RecordParser<T> parser,
        Batch.Grave grave,
        Timer timer,
        Duration topicWait) {

    Consumer<String, byte[]> newConsumer() {
        return consumers.get();
    }
}
