package chat.parlor.message.search;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.message.access.Checks;
import chat.parlor.message.access.RoomsUnavailable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `GET /api/v1/search` and `GET /api/v1/rooms/{room}/search`: messages by what they say, by author, kind and time.
@RestController
class SearchController {

    private static final String RETRY_SECONDS = "2";

    private final Search search;
    private final SearchRequest request;

    SearchController(Search search, SearchRequest request) {
        this.search = search;
        this.request = request;
    }

    /// A page of hits and where the next begins; with a next there may be more, on a page without hits too.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hits(List<Hit> items, @Nullable String next) {

        static Hits of(Search.Found found) {
            var next = found.next();
            return new Hits(found.hits(), next == null ? null : SearchRequest.cursor(next));
        }
    }

    @GetMapping("/api/v1/rooms/{room}/search")
    Mono<Hits> inRoom(@PathVariable String room, @RequestParam Map<String, String> parameters, Caller caller) {
        if (!Checks.isId(room)) {
            return Mono.error(new SearchRefusal.NotAMember());
        }
        return Mono.fromCallable(() -> request.read(parameters))
                .flatMap(query -> search.inRoom(room, caller, query))
                .map(Hits::of);
    }

    @GetMapping("/api/v1/search")
    Mono<Hits> everywhere(@RequestParam Map<String, String> parameters, Caller caller) {
        return Mono.fromCallable(() -> request.read(parameters))
                .flatMap(query -> search.everywhere(caller, query))
                .map(Hits::of);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(SearchRefusal refusal) {
        return switch (refusal) {
            case SearchRefusal.NotAMember hidden ->
                answer(Problems.of(HttpStatus.FORBIDDEN, "not-a-member", "Not your room", hidden.getMessage()));
            case SearchRefusal.NotAllowed others ->
                answer(Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", others.getMessage()));
            case SearchRefusal.BadQuery bad -> answer(Problems.invalid(bad.errors()));
            case SearchRefusal.TookTooLong slow ->
                later(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "search-too-long", "That takes too long", slow.getMessage()));
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> later(RoomsUnavailable away) {
        return later(Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Cannot be checked right now",
                "Whether you are a member cannot be checked right now; try again"));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem);
    }
}
