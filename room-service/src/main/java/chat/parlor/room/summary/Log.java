package chat.parlor.room.summary;

import chat.parlor.chassis.http.ServiceClients;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads the log of record at message-service.
@Component("summaryLog")
class Log {

    /// 200 entries of the longest texts there can be.
    private static final int LARGEST_PAGE = 64 * 1024 * 1024;

    private final WebClient client;

    Log(ServiceClients clients) {
        this.client = clients.to("message")
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_PAGE))
                .build();
    }

    private record Page(long head, List<LogEntry> entries) {

        boolean isLast() {
            return entries.isEmpty() || entries.getLast().seq() >= head;
        }
    }

    /// All entries of a room in their order. Fails when message-service cannot be asked.
    Flux<LogEntry> of(String room) {
        LongFunction<Mono<Page>> page = after -> page(room, after);
        return page.apply(0)
                .expand(read -> read.isLast()
                        ? Mono.empty()
                        : page.apply(read.entries().getLast().seq()))
                .concatMapIterable(Page::entries);
    }

    private Mono<Page> page(String room, long after) {
        return client.get()
                .uri("/internal/rooms/{room}/log?after={after}", room, after)
                .retrieve()
                .bodyToMono(Page.class);
    }
}
