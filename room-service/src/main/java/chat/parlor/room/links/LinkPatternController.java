package chat.parlor.room.links;

import chat.parlor.chassis.identity.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Where records of the CRM are found, over HTTP.
@RestController
@RequestMapping("/api/v1/link-patterns")
class LinkPatternController {

    private final LinkPatterns patterns;

    LinkPatternController(LinkPatterns patterns) {
        this.patterns = patterns;
    }

    /// One pattern for each kind; none where it is absent or empty.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Patterns(
            @Nullable String customer,
            @Nullable String lead,
            @Nullable String contact,
            @Nullable String opportunity) {

        static Patterns of(Map<LinkKind, LinkPattern> patterns) {
            return new Patterns(
                    text(patterns.get(LinkKind.CUSTOMER)),
                    text(patterns.get(LinkKind.LEAD)),
                    text(patterns.get(LinkKind.CONTACT)),
                    text(patterns.get(LinkKind.OPPORTUNITY)));
        }

        Map<LinkKind, String> wanted() {
            var wanted = new EnumMap<LinkKind, String>(LinkKind.class);
            want(wanted, LinkKind.CUSTOMER, customer);
            want(wanted, LinkKind.LEAD, lead);
            want(wanted, LinkKind.CONTACT, contact);
            want(wanted, LinkKind.OPPORTUNITY, opportunity);
            return wanted;
        }

        private static void want(Map<LinkKind, String> wanted, LinkKind kind, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                wanted.put(kind, text.strip());
            }
        }

        private static @Nullable String text(@Nullable LinkPattern pattern) {
            return pattern == null ? null : pattern.text();
        }
    }

    @GetMapping
    Mono<Patterns> show(Caller caller) {
        return patterns.all(caller).map(Patterns::of);
    }

    @PutMapping
    Mono<Patterns> replace(@RequestBody Patterns wanted, Caller caller) {
        return patterns.replace(caller, wanted.wanted()).map(Patterns::of);
    }
}
