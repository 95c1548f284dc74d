package chat.parlor.presence.people;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class PresenceLoop {

    private static final int MOST_TASKS = 16;

    @Bean
    NewTopic presenceChanged(Topics topics) {
        return topics.compacted(PresenceChanged.TOPIC);
    }

    @Bean
    Subscription<ConnectionFact> connectionFacts(Presence presence) {
        return Subscription.<ConnectionFact>to(ConnectionFact.TOPIC)
                .named("connections")
                .reading("connection.opened.v1", ConnectionFact.Opened.class)
                .reading("connection.closed.v1", ConnectionFact.Closed.class)
                .reading("connection.status.v1", ConnectionFact.Chosen.class)
                .reading("gateway.alive.v1", ConnectionFact.Alive.class)
                .inGroup()
                .handledBy(presence::take);
    }

    /// One thread that may wait for the database.
    @Bean(destroyMethod = "dispose")
    @ConditionalOnMissingBean
    Scheduler deadlineScheduler() {
        return Schedulers.newBoundedElastic(1, MOST_TASKS, "deadlines");
    }
}
