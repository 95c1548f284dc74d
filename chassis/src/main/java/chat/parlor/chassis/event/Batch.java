package chat.parlor.chassis.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// The readable records of one poll, each beside the bytes it came from; what cannot be read is set aside on the way.
final class Batch<T> {

    private final List<Item<T>> items;

    private Batch(List<Item<T>> items) {
        this.items = items;
    }

    private record Item<T>(ConsumerRecord<String, byte[]> source, Received<T> received) {}

    /// What happens to a record that nobody can handle.
    interface Grave {
        void take(ConsumerRecord<String, byte[]> message, String cause)
                throws ExecutionException, TimeoutException, InterruptedException;
    }

    static <T> Batch<T> of(ConsumerRecords<String, byte[]> records, RecordParser<T> parser, Grave grave)
            throws ExecutionException, TimeoutException, InterruptedException {
        var items = new ArrayList<Item<T>>(records.count());
        for (var message : records) {
            try {
                parser.parse(message).ifPresent(received -> items.add(new Item<>(message, received)));
            } catch (RecordParser.Malformed malformed) {
                grave.take(message, String.valueOf(malformed.getMessage()));
            }
        }
        return new Batch<>(items);
    }

    int size() {
        return items.size();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    List<Received<T>> received() {
        return items.stream().map(Item::received).toList();
    }

    List<Batch<T>> oneByOne() {
        return items.stream().map(item -> new Batch<>(List.of(item))).toList();
    }

    void bury(Grave grave, String cause) throws ExecutionException, TimeoutException, InterruptedException {
        for (var item : items) {
            grave.take(item.source(), cause);
        }
    }
}
