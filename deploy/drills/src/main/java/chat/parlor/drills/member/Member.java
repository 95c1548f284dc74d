package chat.parlor.drills.member;

import chat.parlor.drills.stack.Pause;
import chat.parlor.drills.stack.Unexpected;
import chat.parlor.guarantees.Ledger;
import chat.parlor.guarantees.Message;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// A member of one room that behaves as the protocol asks: sends in its own rhythm whatever happens, keeps what is not
/// acknowledged and sends it again by the same id, reconnects with backoff, and opens its room after the last entry it
/// has. One thread does all of it, so nothing here is shared but what is volatile.
public final class Member implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final long FIRST_BACKOFF = 500;
    private static final long LONGEST_BACKOFF = 30_000;
    private static final int DOUBLINGS = 6;

    private final Person person;
    private final String room;
    private final Talk talk;
    private final Tally tally;
    private final Random random;
    private final Thread thread;

    /// Where it connects to; changes when a drill sends it to another node.
    private volatile URI where;
    private volatile boolean over;
    /// The connection in use, for a drill that wants to break it.
    private volatile Runnable cut = () -> {};

    Member(Person person, String room, Duration pace, Ledger ledger, Tally tally, long seed) {
        this.person = person;
        this.room = room;
        this.tally = tally;
        this.random = new Random(seed);
        this.where = person.api().socket();
        this.talk = new Talk(new Message(room, person.id(), ""), new Rhythm(pace, random), ledger, tally);
        this.thread = Thread.ofVirtual().name("member " + person.id()).unstarted(this::live);
    }

    /// Begins to talk.
    void start() {
        thread.start();
    }

    /// Who it is.
    public Person person() {
        return person;
    }

    /// Where it is.
    public String room() {
        return room;
    }

    /// From its next connection on it calls there.
    public void moveTo(URI elsewhere) {
        where = elsewhere;
    }

    /// Breaks its connection, as a train does that enters a tunnel.
    public void cut() {
        cut.run();
    }

    /// The state of its talk.
    public Talk talk() {
        return talk;
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }

    private void live() {
        int failures = 0;
        while (!over) {
            long wait = -1;
            try (var socket = Socket.open(person.api(), where, person.token(), true)) {
                cut = socket::close;
                open(socket);
                failures = 0;
                wait = talkOn(socket);
                tally.dropped();
            } catch (Unexpected gone) {
                talk.failed(gone);
            }
            talk.offline();
            if (!over) {
                pause(wait >= 0 ? wait : backoff(failures++));
            }
        }
    }

    private void open(Socket socket) {
        socket.await("welcome", PATIENCE);
        socket.send("room.open", opening());
        talk.opened(awaitOpened(socket), false);
    }

    private static Signal.Frame awaitOpened(Socket socket) {
        return socket.await("room.opened", PATIENCE);
    }

    private Map<String, Object> opening() {
        var fields = new HashMap<String, Object>(Map.of("ref", "open", "room", room));
        talk.position().forEach(fields::put);
        return fields;
    }

    /// Talks until the socket goes.
    ///
    /// @return how long to wait as the node asked, in milliseconds; negative when it asked for nothing
    private long talkOn(Socket socket) {
        var heard = System.nanoTime();
        while (!over && System.nanoTime() - heard < SILENCE.toNanos()) {
            talk.speak(socket);
            switch (socket.next(talk.untilNext())) {
                case Signal.Closed closed -> {
                    talk.closed(closed.code());
                    return talk.askedToWait();
                }
                case Signal.Frame frame -> {
                    heard = frame.at();
                    talk.hear(frame);
                    if (talk.isBehind()) {
                        tally.repaired();
                        socket.send("room.open", opening());
                    }
                }
                case null -> {}
            }
        }
        return -1;
    }

    private long backoff(int failures) {
        var most = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF << Math.min(failures, DOUBLINGS));
        return random.nextLong(most + 1);
    }

    private void pause(long millis) {
        try {
            Pause.of(Duration.ofMillis(millis));
        } catch (Unexpected ended) {
            over = true;
        }
    }
}
