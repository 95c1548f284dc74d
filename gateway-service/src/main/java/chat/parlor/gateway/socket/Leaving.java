package chat.parlor.gateway.socket;

import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame.Failure;
import chat.parlor.gateway.peer.Closing;
import chat.parlor.gateway.peer.Peer;
import chat.parlor.gateway.peer.Peers;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Leaves in order when the node stops: nobody is let in any more, everybody is told when to come back, each at
/// another time, and then the sockets are closed.
@Component
class Leaving implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Admission admission;
    private final AdmissionProperties properties;
    private final Peers peers;
    private final FrameWriter writer;
    private volatile boolean running;

    Leaving(Admission admission, AdmissionProperties properties, Peers peers, FrameWriter writer) {
        this.admission = admission;
        this.properties = properties;
        this.peers = peers;
        this.writer = writer;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        admission.close();
        LOG.info("leaving with {} sockets", admission.sockets());
        peers.all().forEach(this::seeOff);
        await();
        running = false;
    }

    private void seeOff(Peer peer) {
        var spread = Math.max(1, properties.leaveSpread().toMillis());
        var wait = ThreadLocalRandom.current().nextLong(spread);
        peer.answer(writer.write(Failure.of(null, "leaving", "This node is leaving", wait)));
        peer.end(Closing.LEAVING);
    }

    private void await() {
        var deadline = System.nanoTime() + properties.leaveTimeout().toNanos();
        while (!peers.all().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
