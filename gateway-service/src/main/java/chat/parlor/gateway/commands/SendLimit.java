package chat.parlor.gateway.commands;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How many commands a member may give in a window, over all its sockets and REST calls on this node.
///
/// The times of the commands themselves are kept, not tokens that come back one by one: `sends` in any window is what
/// the protocol says, and a bucket would let up to twice as many into some.
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
        return windows.get(member, one -> new Window())
                .take(clock, properties.sends(), properties.sendsWindow().toMillis());
    }

    /// The times of the commands that still count: as many as there were, however many there may be.
    private static final class Window {
        private static final int FEW = 2;

        private final ArrayDeque<Long> times = new ArrayDeque<>(FEW);

        /// Looks at the clock when it is its turn: of two sockets the later one would else seem to have set it back.
        synchronized Optional<Duration> take(Clock clock, int most, long window) {
            var now = clock.millis();
            if (!times.isEmpty() && times.getLast() > now) {
                // the clock was set back: what seems to lie ahead would hold the member up until then
                times.clear();
            }
            while (!times.isEmpty() && times.getFirst() + window <= now) {
                times.removeFirst();
            }
            if (times.size() >= most) {
                return Optional.of(Duration.ofMillis(times.getFirst() + window - now));
            }
            times.addLast(now);
            return Optional.empty();
        }
    }
}
