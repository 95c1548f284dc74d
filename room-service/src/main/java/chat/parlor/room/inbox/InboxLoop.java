package chat.parlor.room.inbox;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.room.domain.Author;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// Follows the timelines: heads, last messages, read marks.
@Configuration(proxyBeanMethods = false)
class InboxLoop {

    /// Lists may be that much older than conversations.
    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final DigestStore store;
    private final GuestMessages listener;

    InboxLoop(DigestStore store, GuestMessages listener) {
        this.store = store;
        this.listener = listener;
    }

    @Bean
    Subscription<InboxFact> inboxSubscription() {
        return Subscription.<InboxFact>to("message.sent", "message.read")
                .named("inbox")
                .reading("message.sent.v1", InboxFact.Sent.class)
                .reading("message.edited.v1", InboxFact.Edited.class)
                .reading("message.deleted.v1", InboxFact.Deleted.class)
                .reading("reaction.changed.v1", InboxFact.Passing.class)
                .reading("notice.posted.v1", InboxFact.Passing.class)
                .reading("message.read.v1", InboxFact.Read.class)
                .inGroup()
                .gathering(GATHERING)
                .handledBy(this::handle);
    }

    /// The order matters: once heads have moved, a message is no news any more, so what it causes comes first.
    private void handle(List<Received<InboxFact>> batch) {
        var digest = Digest.of(batch.stream().map(Received::body).toList());
        tellListener(digest).then(Mono.defer(() -> store.apply(digest))).block(PATIENCE);
    }

    private Mono<Void> tellListener(Digest digest) {
        if (digest.guests().isEmpty()) {
            return Mono.empty();
        }
        return store.news(digest.guests().values())
                .map(rooms -> authors(digest, rooms))
                .filter(authors -> !authors.isEmpty())
                .flatMap(listener::arrived);
    }

    private static Map<String, Author> authors(Digest digest, List<String> rooms) {
        return rooms.stream().collect(Collectors.toMap(room -> room, room -> {
            var sent = digest.guests().get(room);
            if (sent == null) {
                throw new IllegalStateException("news of a room nobody wrote in: " + room);
            }
            return sent.author();
        }));
    }
}
