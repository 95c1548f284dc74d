package chat.parlor.chassis.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import tools.jackson.databind.json.JsonMapper;

/// Hands events to the Kafka producer from one thread of its own: the producer may block for metadata, callers may
/// not, and a single thread keeps the order in which events were handed over.
final class KafkaPublisher implements Publisher, DisposableBean {

    private static final int MOST_WAITING = 50_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final KafkaProperties properties;
    private final JsonMapper json;
    private final ExecutorService thread;

    KafkaPublisher(Producer<String, byte[]> producer, KafkaProperties properties, JsonMapper json) {
        this.producer = producer;
        this.properties = properties;
        this.json = json;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("publisher").daemon().factory());
    }

    @Override
    public Mono<Void> publish(Event event) {
        return Mono.create(sink -> enqueue(recordOf(event), sink));
    }

    @Override
    public Mono<Void> publishAll(List<Event> events) {
        return Flux.fromIterable(events)
                .flatMapSequential(this::publish, Math.max(1, events.size()))
                .then();
    }

    private void enqueue(ProducerRecord<String, byte[]> message, MonoSink<Void> sink) {
        try {
            thread.execute(() -> send(message, sink));
        } catch (RejectedExecutionException full) {
            sink.error(new PublishingOverloaded(MOST_WAITING, full));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of the outcome
    private void send(ProducerRecord<String, byte[]> message, MonoSink<Void> sink) {
        try {
            producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    sink.success();
                } else {
                    sink.error(failure);
                }
            });
        } catch (RuntimeException refused) {
            sink.error(refused);
        }
    }

    private ProducerRecord<String, byte[]> recordOf(Event event) {
        var payload = event.body() instanceof byte[] bytes ? bytes : json.writeValueAsBytes(event.body());
        var message = new ProducerRecord<>(properties.inBroker(event.topic()), event.key(), payload);
        EventHeaders.write(message.headers(), EventHeaders.ID, event.id());
        EventHeaders.write(message.headers(), EventHeaders.TYPE, event.type());
        EventHeaders.write(message.headers(), EventHeaders.TIME, event.time().toString());
        EventHeaders.write(message.headers(), EventHeaders.TRACEPARENT, event.traceparent());
        return message;
    }

    @Override
    public void destroy() {
        thread.shutdown();
        producer.close(CLOSE_TIMEOUT);
    }
}
