package chat.parlor.room.routing;

/// How guests in the queue get to agents.
///
/// @param capacity how many conversations an agent may have before it is given no more, unless something else is set
///     for it
record RoutingRules(Policy policy, int capacity) {

    static final int LARGEST = 100;

    boolean isAutomatic() {
        return policy != Policy.MANUAL;
    }

    /// Whether an agent can have this capacity.
    static boolean isCapacity(int capacity) {
        return capacity >= 0 && capacity <= LARGEST;
    }
}
