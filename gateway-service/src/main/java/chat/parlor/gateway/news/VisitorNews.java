package chat.parlor.gateway.news;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.gateway.delivery.Deliveries;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells staff who have a guest's conversation open that something about the guest is new, and not what: who shows it
/// may ask. Guests are never told.
@Configuration(proxyBeanMethods = false)
class VisitorNews {

    private final Deliveries deliveries;
    private final FrameWriter writer;

    VisitorNews(Deliveries deliveries, FrameWriter writer) {
        this.deliveries = deliveries;
        this.writer = writer;
    }

    /// `visitor.changed.v1` of guest-service, as far as it is read here.
    record VisitorFact(List<String> rooms, Instant at) {

        VisitorFact {
            rooms = List.copyOf(rooms);
        }
    }

    @Bean
    Subscription<VisitorFact> visitorSubscription() {
        return Subscription.<VisitorFact>to("visitor.changed")
                .named("visitor")
                .reading("visitor.changed.v1", VisitorFact.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(changed -> heard(changed.body())));
    }

    private void heard(VisitorFact changed) {
        changed.rooms().forEach(room -> {
            var frame = writer.write(new ServerFrame.VisitorChanged(room, changed.at()));
            deliveries.toRoom(room, frame, peer -> peer.caller().is(CallerKind.ACCOUNT));
        });
    }
}
