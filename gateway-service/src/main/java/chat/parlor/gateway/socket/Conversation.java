package chat.parlor.gateway.socket;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.gateway.frame.BadFrame;
import chat.parlor.gateway.frame.ClientFrame;
import chat.parlor.gateway.frame.ClientFrame.Hello;
import chat.parlor.gateway.frame.ServerFrame.Failure;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.peer.Closing;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What one client and the gateway say to each other: hello, then a [Talk]. Lives on the socket's event loop.
final class Conversation implements WireListener {

    /// Frames that may come before the answer to hello.
    private static final int MOST_EARLY = 64;

    private final Conversations parts;
    private final Optional<Login> cookie;
    private final Strikes badFrames;
    /// Frames that came while it was being found out who says hello.
    private final Queue<ClientFrame> early = new ArrayDeque<>(0);
    private @Nullable Wire wire;
    private @Nullable ScheduledFuture<?> helloTimeout;
    /// Whether somebody said hello.
    private boolean greeted;
    /// Set when welcome; never unset.
    private @Nullable Talk talk;
    private boolean over;

    Conversation(Conversations parts, Optional<Login> cookie) {
        this.parts = parts;
        this.cookie = cookie;
        this.badFrames = parts.badFrames();
    }

    @Override
    public void ready(Wire connected) {
        wire = connected;
        var timeout = parts.properties().helloTimeout().toMillis();
        helloTimeout = connected.loop().schedule(() -> connected.end(Closing.NO_HELLO), timeout, TimeUnit.MILLISECONDS);
    }

    @Override
    public void text(String message) {
        try {
            var frame = parts.reader().read(message);
            parts.meters().heard(frame.type());
            take(frame);
        } catch (BadFrame bad) {
            bad(bad.ref(), String.valueOf(bad.getMessage()));
        }
    }

    @Override
    public void binary() {
        bad(null, "frame: binary (expected: text)");
    }

    private void bad(@Nullable String ref, String message) {
        parts.meters().heard("bad");
        fail(ref, "bad-frame", message, null);
        if (!badFrames.take(parts.now())) {
            wire().end(Closing.BAD_FRAMES);
        }
    }

    private void take(ClientFrame frame) throws BadFrame {
        if (frame instanceof Hello hello) {
            greet(hello);
        } else if (talk != null) {
            talk.take(frame);
        } else if (greeted && early.size() < MOST_EARLY) {
            early.add(frame);
        } else {
            throw new BadFrame(frame.ref(), "type: " + frame.type() + " (expected: hello first)");
        }
    }

    private void greet(Hello hello) throws BadFrame {
        if (greeted) {
            throw new BadFrame(hello.ref(), "type: hello (expected: once)");
        }
        greeted = true;
        wire().hold(true);
        parts.greeting()
                .login(hello, cookie)
                .subscribe(
                        login -> onLoop(() -> admit(login)),
                        failure -> onLoop(this::cannotTell),
                        () -> onLoop(this::turnAway));
    }

    /// After a login completes this is called as well, and then changes nothing.
    private void turnAway() {
        if (talk == null) {
            wire().end(Closing.UNAUTHORIZED);
        }
    }

    private void cannotTell() {
        fail(null, "unavailable", "Credentials cannot be checked just now", null);
        wire().end(Closing.TRY_LATER);
    }

    private void admit(Login login) {
        if (over) {
            return;
        }
        var member = new Session(Ids.random("c_"), wire(), login);
        switch (parts.greeting().admit(member)) {
            case WELCOME -> welcome(member);
            case TOO_MANY -> {
                var wait = parts.greeting().retryAfter().toMillis();
                fail(null, "too-many", "You have too many connections", wait);
                wire().end(Closing.TOO_MANY);
            }
            case ENDED -> wire().end(Closing.UNAUTHORIZED);
        }
    }

    private void welcome(Session member) {
        stopWaiting();
        wire().hold(false);
        var begun = new Talk(parts, wire(), member);
        talk = begun;
        for (var frame = early.poll(); frame != null; frame = early.poll()) {
            begun.take(frame);
        }
    }

    @Override
    public void gone() {
        over = true;
        stopWaiting();
        early.clear();
        if (talk != null) {
            talk.end();
        }
    }

    private void stopWaiting() {
        if (helloTimeout != null) {
            helloTimeout.cancel(false);
        }
    }

    private void fail(@Nullable String ref, String code, String message, @Nullable Long retryAfterMs) {
        wire().answer(parts.writer().write(Failure.of(ref, code, message, retryAfterMs)));
    }

    private void onLoop(Runnable step) {
        if (wire().loop().inEventLoop()) {
            step.run();
        } else {
            wire().loop().execute(step);
        }
    }

    private Wire wire() {
        if (wire == null) {
            throw new IllegalStateException("wire: not ready");
        }
        return wire;
    }
}
