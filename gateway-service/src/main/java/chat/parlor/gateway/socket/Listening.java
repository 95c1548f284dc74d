package chat.parlor.gateway.socket;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Knows whether this node hears of messages. Before it does, a socket could miss one without anybody noticing; once
/// it does, nothing that comes is lost, however late.
@Component
class Listening {

    private final HealthIndicator loops;
    private volatile boolean begun;

    Listening(@Qualifier("loopsHealthIndicator") HealthIndicator loops) {
        this.loops = loops;
    }

    /// Whether all loops have begun to read; true for ever after.
    boolean begun() {
        if (!begun) {
            var health = loops.health();
            begun = health != null && Status.UP.equals(health.getStatus());
        }
        return begun;
    }
}
