package chat.parlor.gateway.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// What delivery counts and times. The names are API.
@Component
class DeliveryMeters {

    private final Counter resumed;
    private final Counter snapshots;
    private final Counter fromMemory;
    private final Timer sendToDelivery;
    private final Clock clock;

    DeliveryMeters(MeterRegistry meters, Clock clock) {
        this.resumed = meters.counter("parlor.room.opened", "result", "resumed");
        this.snapshots = meters.counter("parlor.room.opened", "result", "snapshot");
        this.fromMemory = meters.counter("parlor.room.opened.memory");
        this.sendToDelivery = Timer.builder("parlor.send.to.delivery")
                .description("From a command at the edge to its entry on its way to one socket")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
        this.clock = clock;
    }

    void opened(boolean asResumed) {
        (asResumed ? resumed : snapshots).increment();
    }

    void fromMemory() {
        fromMemory.increment();
    }

    void delivered(Entry entry) {
        if (entry.at() != null) {
            sendToDelivery.record(Duration.between(entry.at(), clock.instant()));
        }
    }
}
