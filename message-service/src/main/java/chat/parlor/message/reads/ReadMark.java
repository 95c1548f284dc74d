package chat.parlor.message.reads;

import java.time.Instant;

/// How far a member has read a room. Serialised it is `message.read.v1`; contract: `docs/contracts/message`.
///
/// @param room the room
/// @param member whose mark
/// @param seq everything up to this entry is read
/// @param ordinal how many messages that is
/// @param at when it moved there
public record ReadMark(String room, String member, long seq, long ordinal, Instant at) {}
