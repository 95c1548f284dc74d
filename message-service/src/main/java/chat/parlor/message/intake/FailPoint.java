package chat.parlor.message.intake;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The one point of the write path at which a drill wants the process to die, as from `kill -9`. Off unless it is
/// configured.
@Component
class FailPoint {

    private static final int KILLED = 137;

    private final FailPointProperties properties;
    private final Runnable death;
    /// Batches that came to the place so far.
    private final AtomicInteger batches = new AtomicInteger();

    @Autowired
    FailPoint(FailPointProperties properties) {
        this(properties, () -> Runtime.getRuntime().halt(KILLED));
    }

    FailPoint(FailPointProperties properties, Runnable death) {
        this.properties = properties;
        this.death = death;
    }

    /// The points of the write path that matter.
    enum Place {
        /// Never.
        NOWHERE,
        /// After the commit of the batch, before anything of it is announced.
        STORED,
        /// After everything was announced, before the offsets are committed.
        ANNOUNCED
    }

    /// A batch is at a place.
    void reach(Place place) {
        if (place == properties.place() && batches.incrementAndGet() == properties.batch()) {
            death.run();
        }
    }
}
