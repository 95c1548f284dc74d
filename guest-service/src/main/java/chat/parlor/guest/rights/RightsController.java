package chat.parlor.guest.rights;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.guest.rights.GuestPages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Administrators look guests up, give out what is kept of them, and erase them.
@RestController
@RequestMapping("/api/v1/guests")
class RightsController {

    private static final String ADMINISTRATOR = "administrator";
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 50;

    private final GuestPages pages;
    private final Export export;
    private final Erasures erasures;

    RightsController(GuestPages pages, Export export, Erasures erasures) {
        this.pages = pages;
        this.export = export;
        this.erasures = erasures;
    }

    /// @param name the guest's, typed once more
    record Confirmation(@Nullable String name) {}

    record Found(List<Erasure> items) {}

    @GetMapping
    Mono<Page> guests(
            Caller caller,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        requireAdministrator(caller);
        var size = limit == null ? USUAL_PAGE : limit;
        if (size < 1 || size > LARGEST_PAGE) {
            throw new RightsRefusal.BadPage("limit: " + size + " (expected: 1 to " + LARGEST_PAGE + ")");
        }
        return pages.page(q, cursor, size);
    }

    @GetMapping("/{guest}/export")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(Caller caller, @PathVariable String guest) {
        requireAdministrator(caller);
        return export.of(guest)
                .map(archive -> ResponseEntity.ok()
                        .contentType(ZIP)
                        .header(HttpHeaders.CONTENT_DISPOSITION, saved(guest))
                        .body(archive))
                .switchIfEmpty(Mono.error(RightsRefusal.UnknownGuest::new));
    }

    @PostMapping("/{guest}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Erasure> erase(Caller caller, @PathVariable String guest, @RequestBody Confirmation confirmation) {
        requireAdministrator(caller);
        var name = confirmation.name();
        return erasures.begin(guest, name == null ? "" : name, caller);
    }

    @GetMapping("/erasures")
    Mono<Found> erasures(Caller caller) {
        requireAdministrator(caller);
        return erasures.newest().collectList().map(Found::new);
    }

    private static String saved(String guest) {
        return ContentDisposition.attachment().filename(guest + ".zip").build().toString();
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.has(ADMINISTRATOR)) {
            throw new RightsRefusal.NotAdministrator();
        }
    }

    @ExceptionHandler
    ProblemDetail refused(RightsRefusal refusal) {
        var what = refusal.getMessage();
        return switch (refusal) {
            case RightsRefusal.NotAdministrator denied ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", what);
            case RightsRefusal.UnknownGuest unknown ->
                Problems.of(HttpStatus.NOT_FOUND, "unknown-guest", "There is no such guest", what);
            case RightsRefusal.OtherName other -> Problems.invalid(List.of(new Problems.FieldError("name", what)));
            case RightsRefusal.OnHold held -> Problems.of(HttpStatus.CONFLICT, "legal-hold", "On legal hold", what);
            case RightsRefusal.HoldsUnknown unasked ->
                Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Cannot be checked right now", what);
            case RightsRefusal.BadPage bad ->
                Problems.of(HttpStatus.BAD_REQUEST, "bad-request", "There is no such page", what);
        };
    }
}
