package chat.parlor.gateway.socket;

import chat.parlor.gateway.delivery.OpenRooms;
import chat.parlor.gateway.frame.ClientFrame;
import chat.parlor.gateway.frame.ClientFrame.ChoosePresence;
import chat.parlor.gateway.frame.ClientFrame.Command;
import chat.parlor.gateway.frame.ClientFrame.Hello;
import chat.parlor.gateway.frame.ClientFrame.LeaveRoom;
import chat.parlor.gateway.frame.ClientFrame.OpenRoom;
import chat.parlor.gateway.frame.ClientFrame.Ping;
import chat.parlor.gateway.frame.ClientFrame.ReadRoom;
import chat.parlor.gateway.frame.ClientFrame.SignalTyping;
import chat.parlor.gateway.frame.ClientFrame.SignalViewing;
import chat.parlor.gateway.frame.ServerFrame;
import chat.parlor.gateway.frame.ServerFrame.Failure;
import chat.parlor.gateway.frame.ServerFrame.Heartbeat;
import chat.parlor.gateway.frame.ServerFrame.Pong;
import chat.parlor.gateway.peer.Closing;
import java.time.Duration;

/// The part of a conversation after `welcome`: the member is known. Lives on the socket's event loop.
final class Talk {

    private final Conversations parts;
    private final Wire wire;
    private final Session member;
    private final OpenRooms rooms;
    private final Runnable stopBeating;
    private final Strikes frames;
    /// Times the client was told `too-many`.
    private final Strikes ignored;
    /// Rooms that are being opened.
    private int opening;
    private boolean over;

    Talk(Conversations parts, Wire wire, Session member) {
        this.parts = parts;
        this.wire = wire;
        this.member = member;
        this.rooms = parts.deliveries().attach(member);
        this.stopBeating = parts.heartbeats().join(this);
        this.frames = parts.frames();
        this.ignored = parts.patience();
        say(parts.greeting().welcome(member));
    }

    /// Does what the client asks for.
    void take(ClientFrame frame) {
        if (!frames.take(parts.now())) {
            tooMany(frame, Duration.ofMillis(frames.waitMs(parts.now())));
            return;
        }
        switch (frame) {
            case OpenRoom asked -> open(asked);
            case LeaveRoom asked -> rooms.leave(asked);
            case Command command -> give(command);
            case ReadRoom read -> parts.requests().read(member, read);
            case SignalTyping signal -> parts.requests().typing(member, signal);
            case SignalViewing signal -> parts.requests().viewing(member, signal);
            case ChoosePresence chosen -> parts.requests().choose(member, chosen);
            case Ping ping -> say(pong(ping));
            case Hello hello -> throw new IllegalStateException("hello: taken before");
        }
    }

    private Pong pong(Ping ping) {
        var at = ping.at();
        return new Pong(ping.ref(), at == null ? parts.clock().instant() : at);
    }

    private void open(OpenRoom asked) {
        opening++;
        holdBack();
        parts.requests().looks(member, asked.room());
        rooms.open(asked, this::opened);
    }

    private void opened() {
        opening--;
        holdBack();
    }

    /// A client that opens many rooms at once is read from as fast as they open.
    private void holdBack() {
        wire.hold(opening >= parts.properties().opening());
    }

    private void give(Command command) {
        var wait = parts.limit().take(member.caller().id());
        if (wait.isPresent()) {
            tooMany(command, wait.get());
        } else {
            parts.requests().give(member, command);
        }
    }

    private void tooMany(ClientFrame frame, Duration wait) {
        say(Failure.of(frame.ref(), "too-many", "Too much at once", wait.toMillis()));
        if (!ignored.take(parts.now())) {
            wire.end(Closing.TOO_MANY);
        }
    }

    /// A heartbeat is due. From any thread.
    void beat() {
        member.loop().execute(this::beatNow);
    }

    private void beatNow() {
        var now = parts.clock().instant();
        if (over) {
            return;
        }
        if (!now.isBefore(member.login().expiresAt())) {
            wire.end(Closing.UNAUTHORIZED);
            return;
        }
        wire.beat();
        wire.send(parts.writer().write(new Heartbeat(now, rooms.heads())));
    }

    /// The socket is gone.
    void end() {
        over = true;
        stopBeating.run();
        rooms.close();
        parts.greeting().farewell(member);
    }

    private void say(ServerFrame frame) {
        wire.answer(parts.writer().write(frame));
    }
}
