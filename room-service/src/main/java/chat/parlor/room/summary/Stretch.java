package chat.parlor.room.summary;

import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Collects what happens in a conversation until it is reopened after its end. Fed with entries in their order.
final class Stretch {

    /// What is said beyond that changes no topic; it bounds the memory a summary takes.
    private static final int MOST_TEXTS = 1_000;

    private final List<String> texts = new ArrayList<>();
    private int guestMessages;
    private int agentMessages;
    private int botMessages;
    /// The first entry; null while there is none.
    private @Nullable LogEntry first;
    /// When the guest first wrote; null before that.
    private @Nullable Instant asked;
    /// When a person first answered; null before that.
    private @Nullable Instant answered;
    /// Who has the conversation; null while nobody does.
    private @Nullable Named agent;
    /// As it was when it last ended; null before that.
    private @Nullable Summary ended;

    /// Takes in what came next.
    void take(LogEntry entry) {
        if (first == null) {
            first = entry;
        }
        if (entry.isMessage()) {
            count(entry);
        } else if (entry.isNotice("assigned") || entry.isNotice("transferred")) {
            agent = entry.member();
        } else if (entry.isNotice("released")) {
            agent = null;
        } else if (entry.isNotice("resolved") || entry.isNotice("closed")) {
            ended = summary(entry);
        }
    }

    /// The conversation as it was when it last ended; null when it has not.
    @Nullable
    Summary ended() {
        return ended;
    }

    private void count(LogEntry entry) {
        if (entry.isBy("guest")) {
            guestMessages++;
            asked = asked == null ? entry.at() : asked;
            if (texts.size() < MOST_TEXTS && entry.text() != null) {
                texts.add(entry.text());
            }
        } else if (entry.isBy("account")) {
            agentMessages++;
            answered = answered == null && asked != null ? entry.at() : answered;
        } else if (entry.isBy("bot")) {
            botMessages++;
        }
    }

    private Summary summary(LogEntry end) {
        var begin = Objects.requireNonNull(first, "an end without a beginning");
        return new Summary(
                begin.seq(),
                end.seq(),
                Objects.requireNonNull(end.notice()),
                Objects.requireNonNullElse(begin.at(), Instant.EPOCH),
                Objects.requireNonNullElse(end.at(), Instant.EPOCH),
                Objects.requireNonNullElse(end.author(), Author.SYSTEM),
                agent,
                new Summary.Messages(guestMessages, agentMessages, botMessages),
                asked == null || answered == null
                        ? null
                        : Duration.between(asked, answered).toMillis(),
                Topics.of(texts));
    }
}
