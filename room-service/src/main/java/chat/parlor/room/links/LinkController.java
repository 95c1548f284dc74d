package chat.parlor.room.links;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems.FieldError;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The links of a room over HTTP.
@RestController
@RequestMapping("/api/v1/rooms/{room}/links")
class LinkController {

    private final Links links;
    private final LinkPatterns patterns;

    LinkController(Links links, LinkPatterns patterns) {
        this.links = links;
        this.patterns = patterns;
    }

    /// @param id the record's in the CRM
    /// @param label the id when absent
    record Form(@Nullable String id, @Nullable String label) {}

    /// @param url where the record is found; absent while no pattern is set for its kind
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            LinkKind kind,
            String id,
            String label,
            @Nullable String url) {
        static View of(RecordLink link, Map<LinkKind, LinkPattern> patterns) {
            var pattern = patterns.get(link.kind());
            var url = pattern == null ? null : pattern.address(link.record());
            return new View(link.kind(), link.record(), link.label(), url);
        }
    }

    record Views(List<View> items) {}

    @GetMapping
    Mono<Views> show(@PathVariable String room, Caller caller) {
        return links.of(room, caller)
                .zipWith(
                        patterns.all(),
                        (found, known) ->
                                found.stream().map(link -> View.of(link, known)).toList())
                .map(Views::new);
    }

    @PutMapping("/{kind}")
    Mono<View> put(@PathVariable String room, @PathVariable String kind, @RequestBody Form form, Caller caller) {
        return Mono.fromCallable(() -> RecordLink.wanted(kind(kind), form.id(), form.label()))
                .flatMap(wanted -> links.put(room, caller, wanted))
                .zipWith(patterns.all(), View::of);
    }

    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> clear(@PathVariable String room, @PathVariable String kind, Caller caller) {
        return Mono.fromCallable(() -> kind(kind)).flatMap(known -> links.clear(room, caller, known));
    }

    private static LinkKind kind(String wire) {
        return LinkKind.from(wire)
                .orElseThrow(() -> new LinkRefusal.Invalid(
                        List.of(new FieldError("kind", "expected: customer, lead, contact or opportunity"))));
    }
}
