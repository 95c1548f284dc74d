package chat.parlor.room.inbox;

import chat.parlor.chassis.http.ServiceClients;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the log of record at message-service, as the facts that were announced.
@Component
class TimelineLog {

    /// 200 entries of the longest texts there can be.
    private static final int LARGEST_PAGE = 64 * 1024 * 1024;

    private static final Map<String, Class<? extends InboxFact>> TYPES = Map.of(
            "message.sent", InboxFact.Sent.class,
            "message.edited", InboxFact.Edited.class,
            "message.deleted", InboxFact.Deleted.class);

    private final WebClient client;
    private final JsonMapper json;

    TimelineLog(ServiceClients clients, JsonMapper json) {
        this.client = clients.to("message")
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_PAGE))
                .build();
        this.json = json;
    }

    /// A page of a timeline.
    ///
    /// @param end the place of its last entry; the same as `after` when there was none
    record Page(long end, long head, List<InboxFact> facts) {}

    private record Log(long head, List<JsonNode> entries) {}

    private record Marks(List<InboxFact.Read> items) {}

    /// Everything after a place, page by page. Fails when message-service cannot be asked.
    Flux<Page> after(String room, long place) {
        LongFunction<Mono<Page>> page = after -> page(room, after);
        return page.apply(place)
                .expand(read ->
                        read.end() < read.head() && !read.facts().isEmpty() ? page.apply(read.end()) : Mono.empty());
    }

    /// All read marks of a room, page by page.
    Flux<List<InboxFact.Read>> marks(String room) {
        return marks(room, "")
                .expand(page -> page.isEmpty()
                        ? Mono.empty()
                        : marks(room, page.getLast().member()))
                .filter(page -> !page.isEmpty());
    }

    private Mono<Page> page(String room, long after) {
        return client.get()
                .uri("/internal/rooms/{room}/log?after={after}", room, after)
                .retrieve()
                .bodyToMono(Log.class)
                .map(log -> page(log, after));
    }

    private Page page(Log log, long after) {
        var entries = log.entries();
        var end = entries.isEmpty() ? after : entries.getLast().get("seq").asLong();
        return new Page(end, log.head(), entries.stream().map(this::fact).toList());
    }

    private InboxFact fact(JsonNode entry) {
        return json.treeToValue(entry, TYPES.getOrDefault(entry.get("type").asString(), InboxFact.Passing.class));
    }

    private Mono<List<InboxFact.Read>> marks(String room, String after) {
        return client.get()
                .uri("/internal/rooms/{room}/marks?after={after}", room, after)
                .retrieve()
                .bodyToMono(Marks.class)
                .map(Marks::items);
    }
}
