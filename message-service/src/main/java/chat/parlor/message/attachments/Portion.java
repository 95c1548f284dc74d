package chat.parlor.message.attachments;

import chat.parlor.message.storage.Content;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import reactor.core.publisher.Flux;

/// What of a file is sent: the whole, one range of it, or nothing because the range lies outside. Who asks for several
/// ranges gets the whole.
///
/// @param size of the whole
record Portion(HttpStatus status, long from, long length, long size) {

    /// What `asked` asks for of a file of `size` bytes that is known by `tag`.
    static Portion of(HttpHeaders asked, String tag, long size) {
        try {
            var ranges = isOther(asked, tag) ? List.<HttpRange>of() : asked.getRange();
            return ranges.size() == 1 ? range(ranges.getFirst(), size) : new Portion(HttpStatus.OK, 0, size, size);
        } catch (IllegalArgumentException noRange) {
            return outside(size);
        }
    }

    /// The beginning of the answer.
    BodyBuilder answer() {
        var answer = ResponseEntity.status(status).contentLength(length).header(HttpHeaders.ACCEPT_RANGES, "bytes");
        return switch (status) {
            case PARTIAL_CONTENT ->
                answer.header(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (from + length - 1) + "/" + size);
            case REQUESTED_RANGE_NOT_SATISFIABLE -> answer.header(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            default -> answer;
        };
    }

    Flux<DataBuffer> of(Content content) {
        return content.part(from, length);
    }

    /// Whether the asker has the beginning of another file.
    private static boolean isOther(HttpHeaders asked, String tag) {
        var known = asked.getFirst(HttpHeaders.IF_RANGE);
        return known != null && !known.equals(tag);
    }

    private static Portion range(HttpRange range, long size) {
        var from = range.getRangeStart(size);
        var to = range.getRangeEnd(size);
        return from > to ? outside(size) : new Portion(HttpStatus.PARTIAL_CONTENT, from, to - from + 1, size);
    }

    private static Portion outside(long size) {
        return new Portion(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0, size);
    }
}
