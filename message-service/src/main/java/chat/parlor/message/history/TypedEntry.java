package chat.parlor.message.history;

import chat.parlor.message.timeline.Entry;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// An entry as clients get it: with its type first.
///
/// @param type the entry's
/// @param entry its fields stand beside the type
record TypedEntry(String type, @JsonUnwrapped Entry entry) {

    static TypedEntry of(Entry entry) {
        return new TypedEntry(entry.type(), entry);
    }
}
