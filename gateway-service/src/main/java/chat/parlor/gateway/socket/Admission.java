package chat.parlor.gateway.socket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Counts sockets and handshakes, before anything is spent on them.
@Component
class Admission {

    private static final int MOST_ADDRESSES = 100_000;

    private final AdmissionProperties properties;
    private final Clock clock;
    private final AtomicInteger sockets = new AtomicInteger();
    /// Sockets of each address; an address without sockets is not there.
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    /// Handshakes of each address.
    private final Cache<String, Strikes> handshakes;
    private final BooleanSupplier ready;
    private volatile boolean leaving;

    @Autowired
    Admission(AdmissionProperties properties, Clock clock, MeterRegistry meters, Listening listening) {
        this(properties, clock, meters, listening::begun);
    }

    Admission(AdmissionProperties properties, Clock clock, MeterRegistry meters, BooleanSupplier ready) {
        this.properties = properties;
        this.clock = clock;
        this.ready = ready;
        this.handshakes = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(properties.handshakesWindow().multipliedBy(2))
                .build();
        meters.gauge("parlor.sockets.open", sockets);
    }

    /// What an address is told that wants a socket.
    enum Verdict {
        ADMITTED,
        /// The address has enough sockets, or knocks too often.
        TOO_MANY,
        /// This node has enough sockets, is leaving, or does not hear of messages yet.
        FULL
    }

    /// Lets a socket in; who was admitted must [#leave].
    Verdict enter(String address) {
        if (leaving || !ready.getAsBoolean()) {
            return Verdict.FULL;
        }
        if (knocksTooOften(address)) {
            return Verdict.TOO_MANY;
        }
        if (sockets.incrementAndGet() > properties.sockets()) {
            sockets.decrementAndGet();
            return Verdict.FULL;
        }
        if (byAddress.merge(address, 1, Integer::sum) > properties.perAddress()) {
            leave(address);
            return Verdict.TOO_MANY;
        }
        return Verdict.ADMITTED;
    }

    private boolean knocksTooOften(String address) {
        var window = properties.handshakesWindow().toMillis();
        var strikes = handshakes.get(address, one -> new Strikes(properties.handshakes(), window));
        synchronized (strikes) {
            return !strikes.take(clock.millis());
        }
    }

    /// A socket of that address is gone.
    void leave(String address) {
        sockets.decrementAndGet();
        byAddress.computeIfPresent(address, (one, count) -> fewer(count));
    }

    @SuppressWarnings("NullAway") // null takes the address off the map
    private static Integer fewer(int count) {
        return count == 1 ? null : count - 1;
    }

    /// From now on nobody is let in.
    void close() {
        leaving = true;
    }

    int sockets() {
        return sockets.get();
    }
}
