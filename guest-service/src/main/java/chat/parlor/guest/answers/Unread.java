package chat.parlor.guest.answers;

import chat.parlor.chassis.http.ServiceClients;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// What message-service has of a conversation from a place on. Notes lie in another room, and so are never in it.
@Component
class Unread {

    /// A page of the longest texts there can be.
    private static final int LARGEST_PAGE = 64 * 1024 * 1024;

    private final WebClient client;

    Unread(ServiceClients clients) {
        this.client = clients.to("message")
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_PAGE))
                .build();
    }

    /// The page of the timeline after a place.
    record Page(List<Entry> entries) {

        Page {
            entries = List.copyOf(entries);
        }

        /// What others wrote in it and nobody took back, the oldest first.
        List<Entry> answers() {
            return entries.stream().filter(Entry::isAnswer).toList();
        }

        /// The place of its last entry.
        long last() {
            return entries.isEmpty() ? 0 : entries.getLast().seq();
        }
    }

    /// An entry, as far as it is read here.
    record Entry(
            String type,
            long seq,
            @Nullable Author author,
            @Nullable String text,
            @Nullable List<File> attachments,
            @Nullable Instant deletedAt) {

        boolean isAnswer() {
            return type.equals("message.sent")
                    && deletedAt == null
                    && author != null
                    && (author.kind().equals("account") || author.kind().equals("bot"));
        }

        String from() {
            return author == null ? "" : author.name();
        }

        List<File> files() {
            return Objects.requireNonNullElse(attachments, List.of());
        }

        String said() {
            return Objects.requireNonNullElse(text, "");
        }
    }

    /// Who wrote.
    record Author(String kind, String name) {}

    /// A file that came with it.
    record File(String name) {}

    /// Fails when message-service cannot be asked.
    Mono<Page> after(String room, long place) {
        return client.get()
                .uri("/internal/rooms/{room}/log?after={place}", room, place)
                .retrieve()
                .bodyToMono(Page.class);
    }
}
