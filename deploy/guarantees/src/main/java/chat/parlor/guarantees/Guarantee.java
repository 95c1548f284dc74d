package chat.parlor.guarantees;

import java.util.List;

/// One part of the promise. Knows nothing of what is tested, only what was recorded.
public sealed interface Guarantee permits Order, Contiguity, ExactlyOnce, SameForAll, NoGapAfterReconnect {
    /// All parts of the promise.
    List<Guarantee> ALL =
            List.of(new ExactlyOnce(), new Order(), new Contiguity(), new SameForAll(), new NoGapAfterReconnect());

    /// What broke it; empty when it was kept.
    List<Violation> violations(Recording recording);
}
