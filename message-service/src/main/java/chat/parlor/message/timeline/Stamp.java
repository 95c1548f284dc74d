package chat.parlor.message.timeline;

import chat.parlor.message.access.Who;
import java.time.Instant;

/// What every entry carries.
///
/// @param room whose timeline
/// @param epoch changes only when a timeline is rebuilt
/// @param seq the place: 1, 2, 3 … without a gap
/// @param id the author's own id of the command
/// @param author whose command it was
/// @param at when the command was accepted, in milliseconds
public record Stamp(String room, long epoch, long seq, String id, Who author, Instant at) {}
