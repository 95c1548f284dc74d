package chat.parlor.gateway.commands;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How many commands a member may give in a window, over all its sockets and REST calls on this node.
@Component
public class SendLimit {

    private final CommandsProperties properties;
    private final Clock clock;
    private final Cache<String, Window> windows;

    SendLimit(CommandsProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.windows = Caffeine.newBuilder()
                .expireAfterAccess(properties.sendsWindow().multipliedBy(2))
                .build();
    }

    /// Takes one command of `member` into account.
    ///
    /// @return empty when it may be given, else how long to wait
    public Optional<Duration> take(String member) {
        return windows.get(member, one -> new Window(properties.sends()))
                .take(clock.millis(), properties.sendsWindow().toMillis());
    }

    /// The times of the newest commands, as a ring.
    private static final class Window {
        private final long[] times;
        /// How many were taken altogether; the next one overwrites the oldest.
        private long taken;

        Window(int most) {
            times = new long[most];
        }

        synchronized Optional<Duration> take(long now, long window) {
            var slot = (int) (taken % times.length);
            var free = times[slot] + window;
            if (taken >= times.length && free > now) {
                return Optional.of(Duration.ofMillis(free - now));
            }
            times[slot] = now;
            taken++;
            return Optional.empty();
        }
    }
}
