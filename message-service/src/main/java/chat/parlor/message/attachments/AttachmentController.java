package chat.parlor.message.attachments;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.message.access.Denial;
import chat.parlor.message.access.RoomsUnavailable;
import chat.parlor.message.attachments.Attachments.Given;
import chat.parlor.message.timeline.Attachment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// `/api/v1/rooms/{room}/attachments`: files in, and out to those who may read the room.
@RestController
class AttachmentController {

    /// Should a browser open what is not to be opened, it can do nothing there.
    private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
    private static final String RETRY_SECONDS = "2";

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping(path = "/api/v1/rooms/{room}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Attachment>> take(@PathVariable String room, @RequestBody Flux<PartEvent> form, Caller caller) {
        return attachments
                .take(room, caller, form)
                .map(taken -> ResponseEntity.created(URI.create(taken.url())).body(taken));
    }

    @GetMapping("/api/v1/rooms/{room}/attachments/{id}")
    Mono<ResponseEntity<Flux<DataBuffer>>> whole(
            @PathVariable String room, @PathVariable String id, @RequestHeader HttpHeaders asked, Caller caller) {
        return attachments.give(room, id, caller, false).map(given -> answer(given, asked));
    }

    /// The small copy of an image; the image itself where there is none.
    @GetMapping("/api/v1/rooms/{room}/attachments/{id}/thumbnail")
    Mono<ResponseEntity<Flux<DataBuffer>>> small(
            @PathVariable String room, @PathVariable String id, @RequestHeader HttpHeaders asked, Caller caller) {
        return attachments.give(room, id, caller, true).map(given -> answer(given, asked));
    }

    /// A browser may keep it, but has to ask each time whether the reader still may see it.
    private static ResponseEntity<Flux<DataBuffer>> answer(Given given, HttpHeaders asked) {
        var file = given.attachment();
        var image = file.width() != null;
        var disposition = image ? ContentDisposition.inline() : ContentDisposition.attachment();
        var tag = "\"" + file.id() + "\"";
        var portion = Portion.of(asked, tag, given.content().size());
        return portion.answer()
                .contentType(MediaType.parseMediaType(given.type()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(portion.of(given.content()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(AttachmentRefusal refusal) {
        var problem = problem(refusal);
        var answer = ResponseEntity.status(problem.getStatus());
        if (refusal instanceof AttachmentRefusal.TooMany tooMany) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfter().toSeconds()));
        }
        return answer.body(problem);
    }

    private static ProblemDetail problem(AttachmentRefusal refusal) {
        var what = refusal.getMessage();
        return switch (refusal) {
            case AttachmentRefusal.Denied denied ->
                Problems.of(status(denied.denial()), denied.denial().code(), "Not for you to do", what);
            case AttachmentRefusal.Unknown unknown ->
                Problems.of(HttpStatus.NOT_FOUND, "unknown-attachment", "There is no such file", what);
            case AttachmentRefusal.Missing missing -> Problems.invalid(List.of(new Problems.FieldError("file", what)));
            case AttachmentRefusal.TooLarge large ->
                Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The file is too large", what);
            case AttachmentRefusal.Unsupported unsupported ->
                Problems.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-file", "That kind of file is not taken", what);
            case AttachmentRefusal.Broken broken ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "broken-file", "The file cannot be read", what);
            case AttachmentRefusal.TooMany tooMany ->
                Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many files", what);
            case AttachmentRefusal.Full full ->
                Problems.of(HttpStatus.INSUFFICIENT_STORAGE, "storage-full", "No room for more files", what);
        };
    }

    private static HttpStatus status(Denial denial) {
        return switch (denial) {
            case ROOM_CLOSED, STALE_FENCE -> HttpStatus.CONFLICT;
            case NOT_A_MEMBER, NOT_ALLOWED, NOT_ASSIGNED, MUTED -> HttpStatus.FORBIDDEN;
            case UNKNOWN_MENTION -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> later(RoomsUnavailable away) {
        var problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Cannot be checked right now",
                "Whether you are a member cannot be checked right now; try again");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem);
    }
}
