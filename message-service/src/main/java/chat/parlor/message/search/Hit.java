package chat.parlor.message.search;

import chat.parlor.message.access.Who;
import chat.parlor.message.timeline.Attachment;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that was found, as it reads now.
///
/// @param room where it stands
/// @param epoch of the room's timeline
/// @param seq its place there
/// @param id its author's id of it
/// @param author whose it is
/// @param at when it was sent
/// @param editedAt when it got its present text, if that is another than the first
/// @param pieces the part of its text that was looked for
/// @param attachments its files
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Hit(
        String room,
        long epoch,
        long seq,
        String id,
        Who author,
        Instant at,
        @Nullable Instant editedAt,
        List<Piece> pieces,
        List<Attachment> attachments) {

    Hit {
        pieces = List.copyOf(pieces);
        attachments = List.copyOf(attachments);
    }
}
