package chat.parlor.guest.answers;

import java.time.Instant;

/// What is read here of `message.sent` and `message.read`.
sealed interface AnswerFact {

    String room();

    /// `message.sent.v1`
    record Sent(String room, long seq, Author author, Instant at) implements AnswerFact {

        /// Whether it was written for the guest, by a colleague or the assistant.
        boolean isAnswer() {
            return author.kind().equals("account") || author.kind().equals("bot");
        }
    }

    /// Who wrote.
    record Author(String id, String kind) {}

    /// `message.read.v1`: `member` has read up to `seq`.
    record Read(String room, String member, long seq) implements AnswerFact {}
}
