package chat.parlor.guarantees;

import java.util.List;

/// One message from its author's side. Moments are ticks of one clock that only grows.
///
/// @param sent when it was sent for the first time
/// @param acks its acknowledgements in the order they came; empty when there was none
public record Sending(Message message, long sent, List<Ack> acks) {
    /// Copies its list.
    public Sending {
        acks = List.copyOf(acks);
    }

    /// An acknowledgement.
    ///
    /// @param at when it came
    /// @param seq the place it names
    public record Ack(long at, long seq) {}

    /// Whether anybody was told that it is stored.
    public boolean isAcknowledged() {
        return !acks.isEmpty();
    }
}
