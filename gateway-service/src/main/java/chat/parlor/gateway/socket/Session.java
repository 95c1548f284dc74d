package chat.parlor.gateway.socket;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.peer.Closing;
import chat.parlor.gateway.peer.Peer;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/// A socket whose member is known.
final class Session implements Peer {

    private final String connection;
    private final Wire wire;
    private final Login login;

    Session(String connection, Wire wire, Login login) {
        this.connection = connection;
        this.wire = wire;
        this.login = login;
    }

    @Override
    public String connection() {
        return connection;
    }

    @Override
    public Caller caller() {
        return login.caller();
    }

    @Override
    public @Nullable String session() {
        return login.session();
    }

    Login login() {
        return login;
    }

    @Override
    public EventExecutor loop() {
        return wire.loop();
    }

    @Override
    public void send(Frame frame) {
        wire.send(frame);
    }

    @Override
    public void answer(Frame frame) {
        wire.answer(frame);
    }

    @Override
    public void end(Closing why) {
        wire.end(why);
    }
}
