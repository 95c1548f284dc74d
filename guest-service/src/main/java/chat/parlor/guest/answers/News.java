package chat.parlor.guest.answers;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/// What a batch of facts comes to: per room how far others have written and since when, per member how far it has read.
///
/// @param said one for each room
/// @param reads one for each room and member; whoever writes has read what was there
record News(List<Said> said, List<AnswerFact.Read> reads) {

    /// @param since when the first of these messages was written
    record Said(String room, long to, Instant since) {

        Said and(Said other) {
            return new Said(room, Math.max(to, other.to), since.isBefore(other.since) ? since : other.since);
        }
    }

    private record Reader(String room, String member) {}

    /// @param oldest messages from before are nobody's news any more
    static News of(Collection<AnswerFact> facts, Instant oldest) {
        Map<String, Said> said = new LinkedHashMap<>();
        Map<Reader, AnswerFact.Read> reads = new LinkedHashMap<>();
        for (var fact : facts) {
            switch (fact) {
                case AnswerFact.Sent sent
                when sent.isAnswer() -> {
                    if (sent.at().isAfter(oldest)) {
                        said.merge(sent.room(), new Said(sent.room(), sent.seq(), sent.at()), Said::and);
                    }
                }
                case AnswerFact.Sent sent ->
                    read(reads, new AnswerFact.Read(sent.room(), sent.author().id(), sent.seq()));
                case AnswerFact.Read read -> read(reads, read);
            }
        }
        return new News(List.copyOf(said.values()), List.copyOf(reads.values()));
    }

    private static void read(Map<Reader, AnswerFact.Read> reads, AnswerFact.Read read) {
        reads.merge(
                new Reader(read.room(), read.member()),
                read,
                BinaryOperator.maxBy((one, other) -> Long.compare(one.seq(), other.seq())));
    }
}
