package chat.parlor.gateway.personal;

import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame;
import chat.parlor.gateway.peer.Peers;
import org.springframework.stereotype.Component;

/// Tells every tab and device of a person, and nobody else, what it has set.
@Component
class PersonalNews {

    private final Peers peers;
    private final FrameWriter writer;

    PersonalNews(Peers peers, FrameWriter writer) {
        this.peers = peers;
        this.writer = writer;
    }

    void heard(PersonalChanged changed) {
        var listening = peers.of(changed.account());
        if (!listening.isEmpty()) {
            var frame = writer.write(new ServerFrame.PersonalChanged(changed.settings()));
            listening.forEach(peer -> peer.send(frame));
        }
    }
}
