package chat.parlor.room.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How guests get to agents, and what the agents have in hand.
///
/// @param capacity that of agents without one of their own
record RoutingView(Policy policy, int capacity, List<Agent> agents) {

    /// An account that can be given conversations.
    ///
    /// @param status its presence
    /// @param active how many conversations it has that are not put aside
    /// @param capacity its own; null when it has that of the others
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agent(
            String id,
            String name,
            String status,
            long active,
            @Nullable Integer capacity) {}
}
