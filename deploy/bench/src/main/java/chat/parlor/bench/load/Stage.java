package chat.parlor.bench.load;

import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.subject.Target;
import chat.parlor.bench.wire.Dialer;
import chat.parlor.bench.wire.Link;
import chat.parlor.bench.wire.Listener;
import chat.parlor.bench.wire.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A running server and the sockets opened to it.
public final class Stage implements AutoCloseable {
    private static final int AT_A_TIME = 50;
    private static final int PATIENCE_SECONDS = 60;
    private static final Listener NOBODY = new Listener() {};

    private final Target target;
    private final Dialer dialer;

    /// The number of the next message; each has its own as long as the server runs.
    private long next;

    private volatile Listener listener = NOBODY;

    /// A stage without sockets.
    public Stage(Target target) {
        this.target = target;
        this.dialer = new Dialer(target.address(), target.dialect());
    }

    /// What runs.
    public Target target() {
        return target;
    }

    /// Takes numbers for messages; returns the first.
    public long take(int count) {
        var first = next;
        next += count;
        return first;
    }

    /// Who hears from now on what comes on all sockets.
    public void listen(Listener now) {
        listener = now;
    }

    /// Opens sockets and their rooms, some at a time.
    ///
    /// @throws Unexpected when one is refused
    public List<Link> connect(List<Seat> seats) {
        var links = new ArrayList<Link>();
        for (int first = 0; first < seats.size(); first += AT_A_TIME) {
            var some = seats.subList(first, Math.min(seats.size(), first + AT_A_TIME)).stream()
                    .map(seat -> connect(seat, Position.NONE, link -> {}))
                    .toList();
            some.forEach(opening -> links.add(await(opening)));
        }
        return links;
    }

    /// Opens one socket that goes on from a position; may be called anywhere.
    ///
    /// @param dialed gets the socket on the event loop before anything happens on it
    public CompletableFuture<Link> connect(Seat seat, Position after, Consumer<Link> dialed) {
        var done = new CompletableFuture<Link>();
        dialer.loop().execute(() -> {
            var opening = new Opening(seat, () -> listener, done);
            dialed.accept(dialer.dial(seat.token(), after, opening));
        });
        return done;
    }

    /// Does something on the event loop of all sockets and waits for its end.
    public void onLoop(Runnable step) {
        await(CompletableFuture.runAsync(step, dialer.loop()));
    }

    /// Does something on the event loop later.
    @SuppressWarnings("FutureReturnValueIgnored") // steps tell themselves when they are done
    public void later(long nanos, Runnable step) {
        dialer.loop().schedule(step, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        dialer.close();
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new Unexpected("a socket was not open within " + PATIENCE_SECONDS + " s");
        } catch (ExecutionException failure) {
            throw new Unexpected(String.valueOf(failure.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }
}
