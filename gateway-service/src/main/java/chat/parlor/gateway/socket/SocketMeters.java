package chat.parlor.gateway.socket;

import chat.parlor.gateway.peer.Closing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What sockets count. The names are API.
@Component
class SocketMeters {

    private final MeterRegistry meters;
    private final Map<String, Counter> in = new ConcurrentHashMap<>();
    private final Map<String, Counter> out = new ConcurrentHashMap<>();
    private final Counter evictions;

    SocketMeters(MeterRegistry meters) {
        this.meters = meters;
        this.evictions = meters.counter("parlor.sockets.evicted");
    }

    /// A frame of a known type, or `bad`.
    void heard(String type) {
        in.computeIfAbsent(type, one -> meters.counter("parlor.frames.in", "type", one))
                .increment();
    }

    void sent(String type) {
        out.computeIfAbsent(type, one -> meters.counter("parlor.frames.out", "type", one))
                .increment();
    }

    /// A lossy frame was not sent to a slow client.
    void dropped(String type) {
        meters.counter("parlor.frames.dropped", "type", type).increment();
    }

    /// A client was too slow for a frame it may not miss.
    void evicted() {
        evictions.increment();
    }

    /// The gateway closed a socket.
    void closed(Closing why) {
        meters.counter("parlor.sockets.closed", "why", why.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /// A handshake was refused.
    void refused(String why) {
        meters.counter("parlor.handshakes.refused", "why", why).increment();
    }
}
