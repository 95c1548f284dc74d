package chat.parlor.gateway.news;

import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineListener;
import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame.Mentioned;
import chat.parlor.gateway.peer.Peer;
import chat.parlor.gateway.peer.Peers;
import chat.parlor.gateway.rooms.RoomState;
import chat.parlor.gateway.rooms.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells whoever is mentioned in a message, wherever they are just now. News: who misses it finds the room marked in
/// the inbox.
@Component
class MentionNews implements TimelineListener {

    private static final Logger LOG = LoggerFactory.getLogger(MentionNews.class);
    /// A message this old is rather repeated than new.
    private static final Duration OLD = Duration.ofMinutes(1);

    private final Rooms rooms;
    private final Peers peers;
    private final FrameWriter writer;
    private final Clock clock;

    MentionNews(Rooms rooms, Peers peers, FrameWriter writer, Clock clock) {
        this.rooms = rooms;
        this.peers = peers;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public void entry(EntryFact entry, Frame frame) {
        if (entry.mentions() == null || entry.at().isBefore(clock.instant().minus(OLD))) {
            return;
        }
        var here = entry.mentions().stream()
                .filter(member -> !member.equals(entry.author().id()))
                .flatMap(member -> peers.of(member).stream())
                .toList();
        if (!here.isEmpty()) {
            rooms.find(entry.room())
                    .subscribe(
                            room -> tell(here, room, entry),
                            failure -> LOG.debug("mentions in {} not told: {}", entry.room(), failure.toString()));
        }
    }

    private void tell(List<Peer> mentioned, RoomState room, EntryFact entry) {
        var frame = writer.write(new Mentioned(room.id(), room.frontroom(), Activity.message(entry)));
        mentioned.stream().filter(peer -> room.readableBy(peer.caller())).forEach(peer -> peer.send(frame));
    }
}
