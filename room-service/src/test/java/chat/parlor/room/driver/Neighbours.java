package chat.parlor.room.driver;

import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// What the service finds around it: the topics of others, and a gateway that knows accounts.
@TestConfiguration(proxyBeanMethods = false)
public class Neighbours {

    private static final Duration DAY = Duration.ofDays(1);

    @Bean
    static FakeGateway fakeGateway() {
        return new FakeGateway();
    }

    @Bean
    static DynamicPropertyRegistrar gatewayAddress(FakeGateway gateway) {
        return registry -> registry.add("parlor.services.gateway.url", gateway::url);
    }

    @Bean
    NewTopic messageSend(Topics topics) {
        return topics.kept("message.send", DAY);
    }

    @Bean
    NewTopic messageSent(Topics topics) {
        return topics.kept("message.sent", DAY);
    }

    @Bean
    NewTopic messageRead(Topics topics) {
        return topics.kept("message.read", DAY);
    }

    @Bean
    NewTopic accountChanged(Topics topics) {
        return topics.compacted("account.changed");
    }

    @Bean
    NewTopic presenceChanged(Topics topics) {
        return topics.compacted("presence.changed");
    }

    @Bean
    NewTopic guestErasure(Topics topics) {
        return topics.kept("guest.erasure", DAY);
    }

    @Bean
    RoomDriver roomDriver(Environment environment, TestTokens tokens, TestTopics topics) {
        return new RoomDriver(environment, tokens, topics);
    }
}
