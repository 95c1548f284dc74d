package chat.parlor.drills.member;

import chat.parlor.guarantees.Ledger;
import chat.parlor.guarantees.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// One member's side of the conversation in its room, over all its sockets.
public final class Talk {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long RETRY_MILLIS = 1_000;
    private static final Set<String> TRY_AGAIN = Set.of("too-many", "unknown-outcome", "unavailable");

    private final Message self;
    private final Rhythm rhythm;
    private final Ledger ledger;
    private final Tally tally;
    private final Outbox outbox = new Outbox();

    /// How many messages it made so far.
    private int made;
    /// The epoch its position counts in; empty before the room was opened for the first time.
    private String epoch = "";
    /// Until when nothing is sent, because the node asked for it.
    private long holdUntil = Long.MIN_VALUE;
    /// The highest seq a heartbeat spoke of.
    private long announced;
    /// Whether the room is being opened again on the same socket.
    private boolean reopening;
    /// How long the node asked to stay away, in milliseconds; negative when it did not.
    private long away = -1;

    /// The last entry it has without a gap.
    private volatile long last;
    private volatile boolean online;
    private volatile boolean idle;
    /// The code its last socket was closed with.
    private volatile int lastCode;
    private volatile String lastFailure = "";

    Talk(Message self, Rhythm rhythm, Ledger ledger, Tally tally) {
        this.self = self;
        this.rhythm = rhythm;
        this.ledger = ledger;
        this.tally = tally;
    }

    /// The seq of the last entry it has.
    public long last() {
        return last;
    }

    /// Whether its room is open.
    public boolean isOnline() {
        return online;
    }

    /// Whether it has nothing more to send and everything it sent is acknowledged.
    public boolean isIdle() {
        return idle;
    }

    /// The code its last socket was closed with; 0 before.
    public int lastCode() {
        return lastCode;
    }

    /// Why it could not connect the last time.
    public String lastFailure() {
        return lastFailure;
    }

    /// Makes no new messages; those it has are still sent.
    void finish() {
        rhythm.end();
    }

    /// What it opens its room after.
    Map<String, Object> position() {
        reopening = online;
        return epoch.isEmpty() ? Map.of("after", 0L) : Map.of("after", last, "epoch", Long.parseLong(epoch));
    }

    void opened(Signal.Frame frame, boolean sameSocket) {
        if (frame.text("result").equals("snapshot")) {
            ledger.snapshot(self.room(), self.author());
            last = frame.json().path("entries").isEmpty()
                    ? frame.json().path("head").asLong()
                    : frame.json().path("entries").get(0).path("seq").asLong() - 1;
        }
        epoch = frame.text("epoch");
        var had = last;
        frame.json().path("entries").forEach(entry -> {
            // what came on the first opening while the second was asked for is not news
            if (!sameSocket || entry.path("seq").asLong() > had) {
                keep(entry);
            }
        });
        if (!sameSocket) {
            outbox.startOver(System.nanoTime());
            announced = 0;
        }
        reopening = false;
        away = -1;
        online = true;
    }

    void offline() {
        online = false;
        reopening = false;
    }

    void failed(RuntimeException why) {
        lastFailure = String.valueOf(why.getMessage());
    }

    void closed(int code) {
        lastCode = code;
    }

    long askedToWait() {
        return away;
    }

    boolean isBehind() {
        return announced > last && !reopening;
    }

    /// Sends what is due.
    void speak(Socket socket) {
        var now = System.nanoTime();
        while (!outbox.isFull() && rhythm.takes(now)) {
            outbox.add(new Message(self.room(), self.author(), "m" + made++));
        }
        if (now >= holdUntil) {
            outbox.due(now).forEach(letter -> send(socket, letter.message()));
        }
        idle = rhythm.hasEnded() && outbox.isEmpty();
    }

    private void send(Socket socket, Message message) {
        ledger.sent(message);
        var id = message.id();
        socket.send("message.send", Map.of("ref", id, "room", self.room(), "id", id, "text", "This is " + id));
    }

    Duration untilNext() {
        var wait = Duration.ofNanos(Math.max(0, rhythm.due() - System.nanoTime()));
        return wait.compareTo(LOOK) < 0 && !rhythm.hasEnded() ? wait : LOOK;
    }

    void hear(Signal.Frame frame) {
        switch (frame.type()) {
            case "room.opened" -> opened(frame, true);
            case "message.ack" -> acknowledged(frame);
            case "error" -> refused(frame);
            case "heartbeat" ->
                announced = frame.json().path("heads").path(self.room()).asLong(0);
            default -> {
                if (frame.json().path("seq").isNumber()
                        && frame.text("room").equals(self.room())
                        && frame.json().has("epoch")) {
                    keep(frame.json());
                }
            }
        }
    }

    private void keep(JsonNode json) {
        var entry = Api.entry(json);
        ledger.received(self.room(), self.author(), entry);
        last = entry.seq();
    }

    private void acknowledged(Signal.Frame frame) {
        var message = new Message(self.room(), self.author(), frame.text("id"));
        ledger.acknowledged(message, frame.json().path("seq").asLong());
        var letter = outbox.remove(message.id());
        if (letter != null) {
            tally.acknowledged(letter.firstSent(), frame.at());
        }
    }

    private void refused(Signal.Frame frame) {
        var code = frame.text("code");
        var wait = frame.json().path("retryAfterMs").asLong(RETRY_MILLIS);
        var until = frame.at() + TimeUnit.MILLISECONDS.toNanos(wait);
        if (code.equals("leaving")) {
            away = wait;
        } else if (frame.text("ref").equals("open")) {
            announced = 0;
            reopening = false;
        } else if (TRY_AGAIN.contains(code)) {
            outbox.later(frame.text("ref"), until);
            holdUntil = code.equals("too-many") ? Math.max(holdUntil, until) : holdUntil;
        } else {
            tally.refused(code);
            outbox.remove(frame.text("ref"));
        }
    }
}
