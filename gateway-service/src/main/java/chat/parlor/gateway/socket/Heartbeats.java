package chat.parlor.gateway.socket;

import chat.parlor.gateway.tick.Ticks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// One wheel for the heartbeats of all sockets: each sits in a slot, and each turn of the wheel reaches every slot
/// once.
@Component
class Heartbeats {

    private static final int MOST_SLOTS = 50;
    private static final Duration SHORTEST_SLOT = Duration.ofMillis(20);

    private final List<Set<Talk>> slots;
    /// The slot whose turn is next; touched by the tick alone.
    private int next;

    Heartbeats(Ticks ticks, SocketProperties properties) {
        var slot = properties.heartbeat().dividedBy(MOST_SLOTS);
        if (slot.compareTo(SHORTEST_SLOT) < 0) {
            slot = SHORTEST_SLOT;
        }
        var count = Math.max(1, (int) properties.heartbeat().dividedBy(slot));
        this.slots = Stream.generate(ConcurrentHashMap::<Talk>newKeySet)
                .limit(count)
                .map(set -> (Set<Talk>) set)
                .toList();
        ticks.every(slot, this::turn);
    }

    /// Gives a socket a slot.
    ///
    /// @return takes it out again
    Runnable join(Talk talk) {
        var slot = slots.get(ThreadLocalRandom.current().nextInt(slots.size()));
        slot.add(talk);
        return () -> slot.remove(talk);
    }

    private void turn() {
        var slot = slots.get(next);
        next = (next + 1) % slots.size();
        slot.forEach(Talk::beat);
    }
}
