package chat.parlor.bench.load;

import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.wire.Link;
import chat.parlor.bench.wire.Listener;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Opens a socket's rooms, then hands everything on to whoever listens at that time.
final class Opening implements Listener {
    private final Seat seat;
    private final Supplier<Listener> listener;
    private final CompletableFuture<Link> done;

    /// How many rooms are open.
    private int opened;

    Opening(Seat seat, Supplier<Listener> listener, CompletableFuture<Link> done) {
        this.seat = seat;
        this.listener = listener;
        this.done = done;
    }

    @Override
    public void ready(Link link) {
        next(link);
    }

    @Override
    public void opened(Link link) {
        opened++;
        next(link);
    }

    private void next(Link link) {
        if (opened < seat.rooms().size()) {
            link.open(seat.rooms().get(opened));
        } else {
            done.complete(link);
            listener.get().opened(link);
        }
    }

    @Override
    public void acknowledged(Link link, long number, long now) {
        listener.get().acknowledged(link, number, now);
    }

    @Override
    public void delivered(Link link, long number, long now) {
        listener.get().delivered(link, number, now);
    }

    @Override
    public void refused(Link link, String words) {
        done.completeExceptionally(new Unexpected("refused: " + words));
        listener.get().refused(link, words);
    }

    @Override
    public void closed(Link link) {
        done.completeExceptionally(new Unexpected("a socket was closed before its rooms were open"));
        listener.get().closed(link);
    }
}
