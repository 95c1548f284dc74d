package chat.parlor.room.desk;

import java.util.Set;
import reactor.core.publisher.Mono;

/// Hears that agents came, went or changed their status, after the desk has drawn its conclusions.
@FunctionalInterface
public interface PresenceNews {

    /// The agents called `present` are here now; others may have gone. The same news may come again after a crash;
    /// when this fails it comes again.
    Mono<Void> heard(Set<String> present);
}
