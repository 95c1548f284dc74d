package chat.parlor.gateway.sessions;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import chat.parlor.gateway.identity.EndedSessions;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topic by which every node learns of sessions that ended.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    NewTopic sessionEndedTopic(Topics topics) {
        return topics.seldom(SessionEnded.TOPIC, KEPT);
    }

    @Bean
    Subscription<Ended> endedSessionsSubscription(EndedSessions sessions) {
        return Subscription.<Ended>to(SessionEnded.TOPIC)
                .named("sessions")
                .reading(SessionEnded.TYPE, Ended.class)
                .everywhere()
                .handledBy(batch ->
                        batch.forEach(record -> sessions.end(record.body().session())));
    }

    @Bean
    TimeMeter throttleTime() {
        return TimeMeter.SYSTEM_MILLISECONDS;
    }

    /// What this node reads of an ended session.
    record Ended(String session) {}
}
