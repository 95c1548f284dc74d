package chat.parlor.gateway.delivery;

import chat.parlor.chassis.http.ServiceClients;
import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.frame.FrameWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Reads timelines at message-service.
@Component
class TimelineStore {

    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;
    private static final String RESUMED = "resumed";

    private final WebClient client;
    private final FrameWriter writer;
    private final DeliveryProperties properties;

    TimelineStore(ServiceClients clients, FrameWriter writer, DeliveryProperties properties) {
        this.client = clients.to("message")
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        this.writer = writer;
        this.properties = properties;
    }

    private record Answer(
            long epoch,
            long head,
            String result,
            List<JsonNode> entries,
            @Nullable List<ReadMarks.Mark> reads) {}

    /// What follows `after`, or the newest page.
    ///
    /// @return fails when message-service does not answer in time
    Mono<Page> read(String room, @Nullable Long epoch, @Nullable Long after) {
        return client.get()
                .uri(uri -> {
                    uri.path("/internal/rooms/{room}/entries");
                    if (epoch != null) {
                        uri.queryParam("epoch", epoch);
                    }
                    if (after != null) {
                        uri.queryParam("after", after);
                    }
                    return uri.build(room);
                })
                .retrieve()
                .bodyToMono(Answer.class)
                .timeout(properties.fetchTimeout())
                .map(this::page);
    }

    private Page page(Answer answer) {
        return new Page(
                answer.epoch(),
                answer.head(),
                RESUMED.equals(answer.result()),
                answer.entries().stream()
                        .map(node -> entry(answer.epoch(), node))
                        .toList(),
                answer.reads() == null ? List.of() : answer.reads(),
                writer.answer(answer));
    }

    private Entry entry(long epoch, JsonNode node) {
        var frame = Frame.of(node.path("type").asString(), false, writer.json(node));
        return new Entry(epoch, node.path("seq").asLong(), frame, null, null);
    }
}
