package chat.parlor.chassis.repeat;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Looks again and again whether there is something to do, as a bean that runs as long as the service does. A look is
/// never begun before the last one is over: times that come meanwhile are left out. One that fails is logged and is no
/// reason to stop, so what is due has to stand where the next look finds it.
public final class Repeating implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

    private final Duration pause;
    private final String name;
    private final Supplier<Mono<?>> look;
    private final Scheduler scheduler;
    /// The timer, while this runs.
    private volatile @Nullable Disposable timer;

    Repeating(Duration pause, String name, Supplier<Mono<?>> look, Scheduler scheduler) {
        this.pause = pause;
        this.name = name;
        this.look = look;
        this.scheduler = scheduler;
    }

    /// Looks every `pause`, for the first time after one.
    ///
    /// @param name what it is for, in logs
    public static Repeating every(Duration pause, String name, Supplier<Mono<?>> look) {
        return new Repeating(pause, name, look, Schedulers.parallel());
    }

    @Override
    public void start() {
        timer = Flux.interval(pause, scheduler)
                .onBackpressureDrop()
                .concatMap(tick -> Mono.defer(look).then().onErrorResume(this::logged), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        var running = timer;
        if (running != null) {
            running.dispose();
        }
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private Mono<Void> logged(Throwable failure) {
        LOG.warn("failed, to be done again: {}: {}", name, failure.toString());
        return Mono.empty();
    }
}
