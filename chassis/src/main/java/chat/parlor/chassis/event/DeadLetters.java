package chat.parlor.chassis.event;

import chat.parlor.chassis.observe.Correlation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what could not be handled: the record as it came, with the cause, in the topic's dead-letter topic.
final class DeadLetters {

    static final String SUFFIX = ".dlt";
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_CAUSE = 500;
    private static final long SEND_SECONDS = 15;

    private final Producer<String, byte[]> producer;
    private final MeterRegistry meters;

    DeadLetters(Producer<String, byte[]> producer, MeterRegistry meters) {
        this.producer = producer;
        this.meters = meters;
    }

    /// Stores `message` with its cause and returns when the broker has it.
    ///
    /// @throws ExecutionException when the broker refused it
    /// @throws TimeoutException when the broker did not answer in time
    void bury(ConsumerRecord<String, byte[]> message, String cause)
            throws ExecutionException, TimeoutException, InterruptedException {
        var letter = new ProducerRecord<>(message.topic() + SUFFIX, message.key(), message.value());
        message.headers().forEach(letter.headers()::add);
        EventHeaders.write(letter.headers(), EventHeaders.CAUSE, shortened(cause));
        EventHeaders.write(letter.headers(), EventHeaders.SOURCE, message.partition() + "@" + message.offset());
        producer.send(letter).get(SEND_SECONDS, TimeUnit.SECONDS);
        count(message);
        log("dead letter", message, cause);
    }

    /// Counts and logs a record that is passed over without being kept.
    void skip(ConsumerRecord<String, byte[]> message, String cause) {
        count(message);
        log("skipped", message, cause);
    }

    private static void log(String what, ConsumerRecord<String, byte[]> message, String cause) {
        LOG.warn(
                "{} {} {}@{} trace={}: {}",
                what,
                message.topic(),
                message.partition(),
                message.offset(),
                Correlation.from(EventHeaders.read(message.headers(), EventHeaders.TRACEPARENT))
                        .traceId(),
                shortened(cause));
    }

    private void count(ConsumerRecord<String, byte[]> message) {
        meters.counter("parlor.dead.letters", "topic", message.topic()).increment();
    }

    private static String shortened(String cause) {
        return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE);
    }
}
