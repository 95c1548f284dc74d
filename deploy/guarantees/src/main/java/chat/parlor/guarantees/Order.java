package chat.parlor.guarantees;

import chat.parlor.guarantees.Violation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A message that was sent when another was already acknowledged comes after it, whoever their authors are. That
/// includes the order of one author who waits for each acknowledgement.
public record Order() implements Guarantee {
    /// Something that happened to a message in a room.
    private record Moment(long at, boolean isSend, Message message, long seq) {}

    @Override
    public List<Violation> violations(Recording recording) {
        var found = new ArrayList<Violation>();
        recording.acknowledged().values().forEach(sendings -> inRoom(sendings, found));
        return found;
    }

    private static void inRoom(List<Sending> sendings, List<Violation> found) {
        var moments = new ArrayList<Moment>();
        for (var sending : sendings) {
            var ack = sending.acks().getFirst();
            moments.add(new Moment(sending.sent(), true, sending.message(), ack.seq()));
            moments.add(new Moment(ack.at(), false, sending.message(), ack.seq()));
        }
        moments.sort(Comparator.comparingLong(Moment::at));
        long settled = 0;
        for (var moment : moments) {
            if (moment.isSend() && moment.seq() <= settled) {
                found.add(new Violation(
                        Kind.REORDERED,
                        moment.message().room(),
                        moment.message() + " is at " + moment.seq() + " (expected: after " + settled
                                + ", which was acknowledged before it was sent)"));
            } else if (!moment.isSend()) {
                settled = Math.max(settled, moment.seq());
            }
        }
    }
}
