package chat.parlor.bench;

import chat.parlor.bench.client.Api;
import chat.parlor.bench.client.Entry;
import chat.parlor.bench.client.Socket;
import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A member that sends one message after another, each until it is acknowledged, and keeps its stream over every
/// reconnect: as a good client does.
final class Sender implements AutoCloseable {
    private static final int REPEAT_MILLIS = 3_000;
    private static final int PACE_MILLIS = 20;
    private static final int RETRY_MILLIS = 300;

    private final Api api;
    private final String token;
    private final String member;
    private final String room;
    private final Ledger ledger;
    private final Thread thread;

    /// Every entry that came over the socket, in order; only the socket's thread and, at the end, the judge touch it.
    private final List<Entry> stream = new ArrayList<>();

    private volatile CompletableFuture<Long> acknowledgement = new CompletableFuture<>();
    private volatile CompletableFuture<Void> opened = new CompletableFuture<>();
    private volatile String current = "";
    private volatile boolean finishing;
    private volatile boolean idle;

    /// The epoch in which the stream's positions count; empty before the room was opened for the first time.
    private volatile String epoch = "";

    Sender(Api api, String token, String member, String room, Ledger ledger) {
        this.api = api;
        this.token = token;
        this.member = member;
        this.room = room;
        this.ledger = ledger;
        this.thread = Thread.ofVirtual().name(member).unstarted(this::send);
    }

    void start() {
        thread.start();
    }

    /// Asks for no new message; what is under way is still sent until it is acknowledged.
    void finish() {
        finishing = true;
    }

    boolean isIdle() {
        return idle;
    }

    String room() {
        return room;
    }

    String member() {
        return member;
    }

    List<Entry> stream() {
        synchronized (stream) {
            return List.copyOf(stream);
        }
    }

    List<Entry> history() {
        return api.history(token, room);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void send() {
        int number = 0;
        while (!idle && !Thread.currentThread().isInterrupted()) {
            try (var socket = connect()) {
                while (!socket.isClosed() && !idle) {
                    if (deliver(socket, "m" + number)) {
                        number++;
                        idle = finishing;
                        Kill.pause(PACE_MILLIS);
                    }
                }
            } catch (Unexpected gone) {
                if (!Thread.currentThread().isInterrupted()) {
                    Kill.pause(ThreadLocalRandom.current().nextInt(RETRY_MILLIS));
                }
            }
        }
    }

    private Socket connect() {
        opened = new CompletableFuture<>();
        var socket = Socket.open(api, token, this::frame);
        var open = new HashMap<String, Object>(Map.of("ref", "open", "room", room));
        synchronized (stream) {
            if (!stream.isEmpty()) {
                open.put("after", stream.getLast().seq());
                open.put("epoch", Long.parseLong(epoch));
            } else {
                open.put("after", 0);
            }
        }
        socket.send("room.open", open);
        await(opened);
        if (!opened.isDone()) {
            socket.close();
            throw new Unexpected("room.opened did not come");
        }
        return socket;
    }

    /// Repeats a message under the same id until it is acknowledged or the socket has gone.
    private boolean deliver(Socket socket, String id) {
        acknowledgement = new CompletableFuture<>();
        current = id;
        while (!socket.isClosed()) {
            socket.send("message.send", Map.of("ref", id, "room", room, "id", id, "text", "Kill me " + id));
            var seq = await(acknowledgement);
            if (seq != null) {
                ledger.acknowledge(room, member, id, seq);
                return true;
            }
        }
        return false;
    }

    /// Opens the room once more when all have finished: the stream is then whole.
    void catchUp() {
        connect().close();
    }

    private static <T> @Nullable T await(CompletableFuture<T> future) {
        try {
            return future.get(REPEAT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return null;
        } catch (ExecutionException failure) {
            throw new Unexpected(String.valueOf(failure.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    private void frame(JsonNode frame) {
        switch (frame.path("type").asString("")) {
            case "room.opened" -> {
                epoch = frame.path("epoch").asString();
                frame.path("entries").forEach(this::keep);
                opened.complete(null);
            }
            case "message.sent", "notice.posted" -> keep(frame);
            case "message.ack" -> acknowledged(frame);
            default -> {}
        }
    }

    private void acknowledged(JsonNode frame) {
        if (frame.path("id").asString("").equals(current)) {
            acknowledgement.complete(frame.path("seq").asLong());
        }
    }

    private void keep(JsonNode json) {
        synchronized (stream) {
            stream.add(Entry.of(json));
        }
    }
}
