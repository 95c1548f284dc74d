package chat.parlor.gateway.typing;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Declares topic `typing` and hears it on every node.
@Configuration(proxyBeanMethods = false)
class TypingLoop {

    private static final Duration KEPT = Duration.ofMinutes(5);

    @Bean
    NewTopic typingTopic(Topics topics) {
        return topics.kept(TypingSignal.TOPIC, KEPT);
    }

    @Bean
    Ticker typingTime() {
        return Ticker.systemTicker();
    }

    @Bean
    Subscription<TypingSignal> typingSubscription(Typing typing) {
        return Subscription.<TypingSignal>to(TypingSignal.TOPIC)
                .named("typing")
                .reading(TypingSignal.TYPE, TypingSignal.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(signal -> typing.heard(signal.body())));
    }
}
