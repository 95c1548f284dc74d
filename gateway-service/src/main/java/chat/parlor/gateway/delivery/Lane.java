package chat.parlor.gateway.delivery;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The flows of one room on one event loop: an entry crosses from the log to the loop once, however many they are.
final class Lane {

    private final EventExecutor loop;
    /// Touched on the loop alone.
    private final List<Flow> flows = new ArrayList<>();

    Lane(EventExecutor loop) {
        this.loop = loop;
    }

    /// On the loop only.
    void add(Flow flow) {
        flows.add(flow);
    }

    /// On the loop only.
    void remove(Flow flow) {
        flows.remove(flow);
    }

    /// Has `step` taken with every flow, on the loop, after what was handed over before. A step may end its flow.
    void forEach(Consumer<Flow> step) {
        loop.execute(() -> {
            for (var i = flows.size() - 1; i >= 0; i--) {
                step.accept(flows.get(i));
            }
        });
    }
}
