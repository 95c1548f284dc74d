package chat.parlor.message.intake;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import chat.parlor.message.timeline.Command;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topics of timelines, and the loop that reads commands.
@Configuration(proxyBeanMethods = false)
class MessageTopics {

    static final String SEND = "message.send";
    static final String SENT = "message.sent";
    static final String REFUSED = "message.refused";
    static final String READ = "message.read";

    private static final Duration DAYS = Duration.ofDays(7);
    private static final Duration HOURS = Duration.ofHours(6);

    @Bean
    NewTopic messageSend(Topics topics) {
        return topics.kept(SEND, DAYS);
    }

    @Bean
    NewTopic messageSent(Topics topics) {
        return topics.kept(SENT, DAYS);
    }

    @Bean
    NewTopic messageRefused(Topics topics) {
        return topics.kept(REFUSED, HOURS);
    }

    @Bean
    NewTopic messageRead(Topics topics) {
        return topics.kept(READ, DAYS);
    }

    @Bean
    Subscription<Command> commands(Intake intake, IntakeProperties properties) {
        return Subscription.<Command>to(SEND)
                .named("commands")
                .reading("message.send.v1", Command.Send.class)
                .reading("message.edit.v1", Command.Edit.class)
                .reading("message.delete.v1", Command.Delete.class)
                .reading("reaction.toggle.v1", Command.Toggle.class)
                .reading("notice.post.v1", Command.Post.class)
                .reading("message.read.v1", Command.Read.class)
                .concurrency(properties.loops())
                .inGroup()
                .handledBy(intake);
    }
}
