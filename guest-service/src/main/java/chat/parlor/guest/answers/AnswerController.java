package chat.parlor.guest.answers;

import chat.parlor.chassis.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/guests/answers`: for whoever was sent a mail, and has nothing to show but its links. The one that opens a
/// conversation comes in the body, so that no log keeps it; the one that ends mails cannot (RFC 8058), and opens
/// nothing.
@RestController
@RequestMapping("/api/v1/guests/answers")
class AnswerController {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final WaysBack ways;
    private final StopPage page;

    AnswerController(WaysBack ways, StopPage page) {
        this.ways = ways;
        this.page = page;
    }

    /// What the widget found in its page's address.
    record Found(@Nullable String secret) {}

    @PostMapping("/open")
    Mono<WaysBack.Opened> open(@RequestBody Found found) {
        return ways.open(Objects.requireNonNullElse(found.secret(), ""));
    }

    @GetMapping("/stop/{secret}")
    Mono<ResponseEntity<String>> ask(
            @PathVariable String secret,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return ways.stop(secret)
                .map(stop -> shown(HttpStatus.OK, page.asking(stop.language())))
                .defaultIfEmpty(shown(HttpStatus.NOT_FOUND, page.unknown(language)));
    }

    /// From the page, and from mailboxes that do it in one click.
    @PostMapping("/stop/{secret}")
    Mono<ResponseEntity<String>> stop(
            @PathVariable String secret,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return ways.stopped(secret)
                .map(stop -> shown(HttpStatus.OK, page.done(stop.language())))
                .defaultIfEmpty(shown(HttpStatus.NOT_FOUND, page.unknown(language)));
    }

    @ExceptionHandler
    ProblemDetail refused(AnswerRefusal refusal) {
        return switch (refusal) {
            case AnswerRefusal.UnknownLink unknown -> problem(HttpStatus.NOT_FOUND, "unknown-link", refusal);
            case AnswerRefusal.LinkUsed used -> problem(HttpStatus.GONE, "link-used", refusal);
            case AnswerRefusal.LinkExpired expired -> problem(HttpStatus.GONE, "link-expired", refusal);
        };
    }

    private static ProblemDetail problem(HttpStatus status, String code, AnswerRefusal refusal) {
        return Problems.of(status, code, "The link does not work", refusal.getMessage());
    }

    private static ResponseEntity<String> shown(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(PAGE)
                .header("Content-Security-Policy", StopPage.policy())
                .body(html);
    }
}
