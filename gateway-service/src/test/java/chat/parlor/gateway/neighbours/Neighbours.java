package chat.parlor.gateway.neighbours;

import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import chat.parlor.gateway.identity.Logins;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.DynamicPropertyRegistry;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/// The neighbours, put around a gateway under test: their topics, their HTTP, and message-service at work.
@TestConfiguration(proxyBeanMethods = false)
public class Neighbours {

    public static final HandClock CLOCK = new HandClock();
    public static final FakeRooms ROOMS = new FakeRooms();
    public static final FakeTimelines TIMELINES = new FakeTimelines();
    public static final FakeLogins LOGINS = new FakeLogins();

    private static final Duration KEPT = Duration.ofHours(1);
    private static final DisposableServer HTTP = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post("/internal/rooms/lookup", ROOMS::lookup)
                    .get("/internal/rooms/{room}/entries", TIMELINES::answer))
            .bindNow();

    /// Points the gateway at them.
    public static void addTo(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", () -> "http://127.0.0.1:" + HTTP.port());
        registry.add("parlor.services.message.url", () -> "http://127.0.0.1:" + HTTP.port());
    }

    @Bean
    @Primary
    Logins fakeLogins() {
        return LOGINS;
    }

    @Bean
    @Primary
    Clock handClock() {
        return CLOCK;
    }

    @Bean
    @Primary
    Ticker handTicker() {
        return CLOCK.ticker();
    }

    @Bean
    KafkaAdmin.NewTopics neighbourTopics(Topics topics) {
        return new KafkaAdmin.NewTopics(
                topics.kept("message.send", KEPT),
                topics.kept("message.sent", KEPT),
                topics.kept("message.refused", KEPT),
                topics.kept("message.read", KEPT),
                topics.kept("room.created", KEPT),
                topics.compacted("room.state"),
                topics.kept("queue.changed", KEPT),
                topics.compacted("presence.changed"),
                topics.compacted("settings.changed"),
                topics.kept("visitor.changed", KEPT),
                topics.kept("guest.erasure", KEPT));
    }

    @Bean
    Subscription<JsonNode> messageService(Publisher publisher) {
        return Subscription.<JsonNode>to("message.send")
                .named("message-service")
                .reading("message.send.v1", JsonNode.class)
                .reading("message.read.v1", JsonNode.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(command -> publisher
                        .publishAll(TIMELINES.handle(command.type(), command.body()))
                        .block()));
    }
}
