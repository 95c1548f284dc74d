package chat.parlor.chassis.event;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Up while every loop reads; out of service while one waits for a topic or repeats a batch.
final class LoopsHealth implements HealthIndicator {

    private final EventLoops loops;

    LoopsHealth(EventLoops loops) {
        this.loops = loops;
    }

    @Override
    public Health health() {
        var states = loops.states();
        var reading = states.stream().allMatch(state -> state.phase() == LoopState.Phase.READING);
        var health = reading ? Health.up() : Health.outOfService();
        states.forEach(state -> health.withDetail(state.name(), state.phase().name()));
        return health.build();
    }
}
