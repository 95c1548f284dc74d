package chat.parlor.room.inbox;

import chat.parlor.room.domain.Author;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Hears of messages that guests wrote, before the inbox shows them.
@FunctionalInterface
public interface GuestMessages {

    /// New messages arrived: the guest who wrote, by room. The same news may come again after a crash; when this
    /// fails it comes again.
    Mono<Void> arrived(Map<String, Author> guests);
}
