package chat.parlor.room.inbox;

import java.time.Instant;

/// How far back lists look room by room, so that a page costs what it shows and not what there is.
///
/// @param window unread rooms that have been silent since before stand among the others
/// @param newest the same for conversations with guests, of which there may be millions; the last words of those that
///     have been silent since before are not searched, nor their names by less than three characters
record Horizon(Instant window, Instant newest) {

    /// @param crowded whether it is about conversations with guests
    Instant fresh(boolean crowded) {
        return crowded && newest.isAfter(window) ? newest : window;
    }
}
