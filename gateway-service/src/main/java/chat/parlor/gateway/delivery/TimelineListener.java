package chat.parlor.gateway.delivery;

import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineFact.ReadFact;
import chat.parlor.gateway.delivery.TimelineFact.RefusedFact;
import chat.parlor.gateway.frame.Frame;

/// Hears what message-service announces. Called in the loop's thread, in order per room; must not block.
public interface TimelineListener {

    /// An entry, for the first time or again.
    ///
    /// @param frame the entry as clients get it
    default void entry(EntryFact entry, Frame frame) {}

    /// A command was refused.
    default void refused(RefusedFact refused) {}

    /// A read mark grew.
    default void read(ReadFact read) {}
}
