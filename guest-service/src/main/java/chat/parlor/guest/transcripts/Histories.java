package chat.parlor.guest.transcripts;

import chat.parlor.chassis.http.ServiceClients;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/// Timelines as message-service shows them to whoever asks: who may not read one gets none.
@Component
class Histories {

    private static final Logger LOG = LoggerFactory.getLogger(Histories.class);
    private static final int PAGE = 50;
    /// A page of the longest texts there are.
    private static final int LARGEST_PAGE = 4 * 1024 * 1024;

    private final WebClient client;

    Histories(ServiceClients clients) {
        this.client = clients.to("message")
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_PAGE))
                .build();
    }

    /// The newest messages of a room, the oldest of them first.
    ///
    /// @param credential of who asks
    /// @param most how many pages are read is bounded by it
    /// @return fails with [TranscriptRefusal.NotAMember] or [TranscriptRefusal.HistoryAway]
    Mono<List<Said>> newest(String room, String credential, int most) {
        return page(room, credential, Optional.empty(), Math.ceilDiv(most, PAGE))
                .expand(found -> found.before()
                        .map(before -> page(room, credential, Optional.of(before), found.left() - 1))
                        .orElseGet(Mono::empty))
                .collectList()
                .map(pages -> pages.reversed().stream()
                        .flatMap(found -> found.page().entries().stream())
                        .filter(Said::counts)
                        .toList());
    }

    private Mono<Found> page(String room, String credential, Optional<Long> before, int left) {
        return client.get()
                .uri(uri -> uri.path("/api/v1/rooms/{room}/timeline")
                        .queryParam("limit", PAGE)
                        .queryParamIfPresent("before", before)
                        .build(room))
                .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, credential))
                .retrieve()
                .bodyToMono(Page.class)
                .map(page -> new Found(page, left))
                .onErrorMap(Histories::refusal);
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof WebClientResponseException.Forbidden) {
            return new TranscriptRefusal.NotAMember();
        }
        LOG.warn("message-service does not answer: {}", failure.toString());
        return new TranscriptRefusal.HistoryAway();
    }

    private record Page(List<Said> entries) {}

    /// A page, and how many more may be read.
    private record Found(Page page, int left) {

        /// Where the page before it ends; none when there is none or enough was read.
        Optional<Long> before() {
            return page.entries().isEmpty() || left <= 1
                    ? Optional.empty()
                    : Optional.of(page.entries().getFirst().seq()).filter(first -> first > 1);
        }
    }
}
