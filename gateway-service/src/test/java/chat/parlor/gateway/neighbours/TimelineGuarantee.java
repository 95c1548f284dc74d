package chat.parlor.gateway.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/// The guarantee of delivery, fed with what one client got of one room: after the first answer every seq comes, in
/// order, once, whether in answers or live. A snapshot begins anew, an answer where the client asked.
public final class TimelineGuarantee {

    private final String room;
    private final List<Long> seqs = new ArrayList<>();
    private boolean opened;

    public TimelineGuarantee(String room) {
        this.room = room;
    }

    /// Takes what a client got, in the order in which it got it.
    public TimelineGuarantee heard(List<JsonNode> frames) {
        frames.stream()
                .filter(frame -> room.equals(frame.path("room").asString("")))
                .forEach(this::heard);
        return this;
    }

    private void heard(JsonNode frame) {
        switch (frame.path("type").asString("")) {
            case "room.opened" -> opened(frame);
            case "message.sent" -> {
                assertThat(opened)
                        .as("an entry of a room that is not open: %s", frame)
                        .isTrue();
                follows(frame);
            }
            default -> assertThat(frame).isNotNull();
        }
    }

    private void opened(JsonNode frame) {
        opened = true;
        var entries = frame.get("entries");
        if ("snapshot".equals(frame.get("result").asString())) {
            seqs.clear();
        } else if (!entries.isEmpty()) {
            goBackTo(entries.get(0).get("seq").asLong() - 1);
        }
        entries.forEach(this::follows);
    }

    /// An answer goes on from the position that was asked for, even if more had come since.
    private void goBackTo(long position) {
        assertThat(position).as("where an answer in %s goes on", room).isLessThanOrEqualTo(last());
        seqs.removeIf(seq -> seq > position);
    }

    private void follows(JsonNode entry) {
        var seq = entry.get("seq").asLong();
        if (!seqs.isEmpty()) {
            assertThat(seq).as("what follows %s in %s", seqs.getLast(), room).isEqualTo(seqs.getLast() + 1);
        }
        seqs.add(seq);
    }

    /// The last seq so far, 0 before any.
    public long last() {
        return seqs.isEmpty() ? 0 : seqs.getLast();
    }

    /// Asserts that everything from `first` to `last` came.
    public void holds(long first, long last) {
        assertThat(seqs).isEqualTo(LongStream.rangeClosed(first, last).boxed().toList());
    }
}
