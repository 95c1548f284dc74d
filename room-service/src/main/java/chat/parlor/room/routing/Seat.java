package chat.parlor.room.routing;

import chat.parlor.room.domain.Named;

/// An agent who can be given a conversation.
///
/// @param load how many it has that are not put aside
/// @param capacity how many it may have before it is given no more
/// @param turn grows with each that is given to anybody: the smaller, the longer ago it was this one's turn
record Seat(Named agent, long load, long capacity, long turn) {

    /// How many more it can be given.
    long free() {
        return Math.max(0, capacity - load);
    }

    /// How much of its capacity is in use, 0 to 1; more when it took more by itself.
    double share() {
        return (double) load / capacity;
    }

    /// The same agent with one more.
    Seat given(long now) {
        return new Seat(agent, load + 1, capacity, now);
    }
}
