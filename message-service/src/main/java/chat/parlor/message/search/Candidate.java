package chat.parlor.message.search;

import chat.parlor.message.access.Who;
import chat.parlor.message.timeline.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the index says fits; whether it does, and who may read it, has still to be seen.
///
/// @param place in the index
/// @param text as it reads now
/// @param deleted whether it is gone by now
record Candidate(
        long place,
        String room,
        long epoch,
        long seq,
        String id,
        Who author,
        Instant at,
        @Nullable Instant editedAt,
        boolean deleted,
        String text,
        List<Attachment> attachments) {

    Candidate {
        attachments = List.copyOf(attachments);
    }

    boolean fits(SearchQuery query) {
        return !deleted
                && (query.from() == null || !at.isBefore(query.from()))
                && (query.to() == null || at.isBefore(query.to()))
                && query.terms().standIn(Words.of(content()).folded());
    }

    private String content() {
        return Stream.concat(Stream.of(text), attachments.stream().map(Attachment::name))
                .collect(Collectors.joining("\n"));
    }

    Hit hit(Terms terms) {
        return new Hit(room, epoch, seq, id, author, at, editedAt, Piece.of(Words.of(text), terms), attachments);
    }
}
