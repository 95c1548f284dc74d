package chat.parlor.gateway.delivery;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineFact.ReadFact;
import chat.parlor.gateway.delivery.TimelineFact.RefusedFact;
import chat.parlor.gateway.frame.FrameWriter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears message-service on every node, all partitions, without a group: nothing is rebalanced on the way of a
/// message.
@Configuration(proxyBeanMethods = false)
class TimelineLoop {

    private static final String VERSION = ".v1";

    @Bean
    Subscription<TimelineFact> timelineSubscription(FrameWriter writer, List<TimelineListener> listeners) {
        return Subscription.<TimelineFact>to("message.sent", "message.refused", "message.read")
                .named("timeline")
                .reading("message.sent.v1", EntryFact.class)
                .reading("message.edited.v1", EntryFact.class)
                .reading("message.deleted.v1", EntryFact.class)
                .reading("reaction.changed.v1", EntryFact.class)
                .reading("notice.posted.v1", EntryFact.class)
                .reading("message.refused.v1", RefusedFact.class)
                .reading("message.read.v1", ReadFact.class)
                .everywhere()
                .handledBy(batch -> tell(batch, writer, listeners));
    }

    private static void tell(List<Received<TimelineFact>> batch, FrameWriter writer, List<TimelineListener> listeners) {
        for (var fact : batch) {
            switch (fact.body()) {
                case EntryFact entry -> {
                    var frame = writer.entry(wireType(fact.type()), fact.raw());
                    listeners.forEach(listener -> listener.entry(entry, frame));
                }
                case RefusedFact refused -> listeners.forEach(listener -> listener.refused(refused));
                case ReadFact read -> listeners.forEach(listener -> listener.read(read));
            }
        }
    }

    private static String wireType(String type) {
        return type.endsWith(VERSION) ? type.substring(0, type.length() - VERSION.length()) : type;
    }
}
