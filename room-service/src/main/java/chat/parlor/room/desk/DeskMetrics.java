package chat.parlor.room.desk;

import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Counts turns and claims, and measures how long guests waited for an agent.
@Component
final class DeskMetrics {

    private final MeterRegistry registry;
    private final Timer wait;

    DeskMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.wait = Timer.builder("parlor.room.queue.wait")
                .description("time a guest room waited before an agent had it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofSeconds(1))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
    }

    void claimed(boolean won) {
        registry.counter("parlor.room.claims", "result", won ? "won" : "lost").increment();
    }

    void assigned(List<Assignment> assignments, Instant now) {
        assignments.forEach(one -> counted(one.room(), RoomStatus.ASSIGNED, now));
    }

    void turned(Room before, Room after, Instant now) {
        var to = after.conversation();
        if (to != null) {
            counted(before, to.status(), now);
        }
    }

    private void counted(Room before, RoomStatus to, Instant now) {
        var from = before.conversation();
        if (from == null) {
            return;
        }
        registry.counter("parlor.room.transitions", "from", from.status().wire(), "to", to.wire())
                .increment();
        if (from.status() == RoomStatus.QUEUED && to == RoomStatus.ASSIGNED && from.queuedAt() != null) {
            wait.record(Duration.between(from.queuedAt(), now));
        }
    }
}
