package chat.parlor.gateway.feed;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.gateway.identity.Access;
import chat.parlor.gateway.identity.AccessRefusal;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// `/api/v1/events`: for administrators, and keys that may read events.
@RestController
class FeedController {

    private static final String BUFFERING = "X-Accel-Buffering";

    private final Feed feed;
    private final FeedStreams streams;

    FeedController(Feed feed, FeedStreams streams) {
        this.feed = feed;
        this.streams = streams;
    }

    /// Without a position the stream begins with what happens from now on. What a browser or library sends by itself
    /// when it comes again counts more than what stands in the address.
    @GetMapping("/api/v1/events")
    Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> follow(
            Caller caller,
            @RequestAttribute(name = Login.ATTRIBUTE, required = false) @Nullable Login login,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after) {
        Access.requireAdministratorOr(Scope.EVENTS_READ, caller);
        var credential = Objects.requireNonNullElseGet(login, () -> {
            throw new AccessRefusal.NoCredential();
        });
        var given = last == null ? after : last;
        return (given == null ? feed.end() : feed.checked(position(given)))
                .map(position -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .header(BUFFERING, "no") // a proxy that collects would hold back what happens
                        .body(streams.of(credential, position)));
    }

    private static long position(String given) {
        try {
            var position = Long.parseLong(given.strip());
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new FeedRefusal.NoPosition();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FeedRefusal refusal) {
        var why = Objects.requireNonNull(refusal.getMessage());
        return switch (refusal) {
            case FeedRefusal.TooOld old ->
                answer(bounded(
                        Problems.of(HttpStatus.GONE, "position-too-old", "Events are missing", why), old.bounds()));
            case FeedRefusal.Ahead ahead ->
                answer(bounded(
                        Problems.of(HttpStatus.CONFLICT, "position-ahead", "No such position yet", why),
                        ahead.bounds()));
            case FeedRefusal.NoPosition none ->
                answer(Problems.of(HttpStatus.BAD_REQUEST, "bad-position", "No position", why));
            case FeedRefusal.TooMany many ->
                answer(Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many streams", why));
        };
    }

    /// `trimmed` is the oldest position that can be followed, `head` the newest.
    private static ProblemDetail bounded(ProblemDetail problem, Bounds bounds) {
        problem.setProperty("oldest", bounds.trimmed());
        problem.setProperty("newest", bounds.head());
        return problem;
    }

    /// Whatever the client asked for: a problem is no event.
    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        var answer = ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return (problem.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()
                        ? answer.header(HttpHeaders.RETRY_AFTER, "60")
                        : answer)
                .body(problem);
    }
}
