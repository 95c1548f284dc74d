package chat.parlor.bench.subject;

import chat.parlor.bench.client.Api;
import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.cost.Heap;
import chat.parlor.bench.stack.ScratchStack;
import chat.parlor.bench.wire.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Parlor as `./parlor start` runs it, with the limits out of the way. Rooms are those of guests; the desk reads.
final class ParlorTarget implements Target, Archive, Desk, Redeployable {
    /// Each window of sends takes eight bytes for each send it allows.
    private static final List<String> LIMITS = List.of(
            "--",
            "--parlor.gateway.commands.sends=5000",
            "--parlor.gateway.socket.frames=1000000",
            "--parlor.gateway.admission.per-address=20000",
            "--parlor.gateway.admission.handshakes=100000",
            "--parlor.gateway.admission.per-account=20000",
            "--parlor.gateway.admission.per-guest=20000",
            "--parlor.guest.starts-per-hour=1000000");

    /// Messages in each of the rooms that are only there to be among.
    private static final int OTHERS = 100_000;

    private final ScratchStack stack;
    private final boolean processes;
    private final Api api;
    private final String desk;

    /// @param processes whether each service is a process of its own
    ParlorTarget(boolean processes) {
        var options = new ArrayList<String>();
        if (processes) {
            options.add("--processes");
        }
        options.addAll(LIMITS);
        this.processes = processes;
        this.stack = ScratchStack.start(options);
        this.api = new Api(stack.url());
        this.desk = api.signIn("admin@parlor.local", stack.adminPassword());
    }

    @Override
    public String name() {
        return "parlor";
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), stack.port());
    }

    @Override
    public Dialect dialect() {
        return new ParlorDialect();
    }

    @Override
    public List<Room> rooms(int count) {
        var rooms = new ArrayList<Room>();
        for (int i = 0; i < count; i++) {
            var guest = api.call("", "POST", "/guests", Map.of("name", "Guest " + i, "email", "guest@bench.example"));
            var room = guest.path("room").path("id").asString();
            api.call(desk, "POST", "/rooms/" + room + "/claim", Map.of());
            rooms.add(new Room(room, guest.path("token").asString(), desk));
        }
        return rooms;
    }

    @Override
    public void fill(Map<Room, Integer> sizes, int total) {
        var log = new ParlorLog(stack.data());
        sizes.forEach((room, size) -> log.fill(room.id(), size));
        var rest = total - sizes.values().stream().mapToInt(Integer::intValue).sum();
        for (var other : rooms(Math.ceilDiv(rest, OTHERS))) {
            log.fill(other.id(), Math.min(rest, OTHERS));
            rest -= OTHERS;
        }
        log.settle();
    }

    @Override
    public void fill(int conversations) {
        var self = api.call(desk, "GET", "/session", Map.of())
                .path("account")
                .path("id")
                .asString();
        new ParlorRooms(stack.data()).fill(conversations, self);
    }

    @Override
    public Page page(String query) {
        var page = api.call(desk, "GET", "/rooms" + (query.isEmpty() ? "" : "?" + query), Map.of());
        return new Page(page.path("items").size(), page.path("next").asString(""));
    }

    @Override
    public void newestPage(Room room) {
        api.call(room.writer(), "GET", "/rooms/" + room.id() + "/timeline", Map.of());
    }

    @Override
    public void pageBefore(Room room, long place) {
        api.call(room.writer(), "GET", "/rooms/" + room.id() + "/timeline?before=" + place, Map.of());
    }

    @Override
    public int find(Room room, String word) {
        return api.call(room.writer(), "GET", "/rooms/" + room.id() + "/search?q=" + word, Map.of())
                .path("items")
                .size();
    }

    @Override
    public int findEverywhere(String word) {
        return api.call(desk, "GET", "/search?q=" + word, Map.of())
                .path("items")
                .size();
    }

    @Override
    public void redeploy() {
        var message = ProcessHandle.of(pid(stack.data().resolve("run").resolve("message.pid")))
                .orElseThrow(
                        () -> new Unexpected("message-service is no process of its own (wanted: --parlor processes)"));
        message.destroy();
        message.onExit().join();
        stack.bringBack();
    }

    @Override
    public Set<Long> processes() {
        var pids = new HashSet<>(Set.of(stack.pid()));
        try (var files = Files.list(stack.data().resolve("run"))) {
            files.filter(file -> file.toString().endsWith(".pid"))
                    .map(ParlorTarget::pid)
                    .forEach(pids::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pids;
    }

    @Override
    public long front() {
        return processes ? pid(stack.data().resolve("run").resolve("gateway.pid")) : stack.pid();
    }

    @Override
    public long heap() {
        return Heap.afterCollection(front());
    }

    @Override
    public void close() {
        api.close();
        stack.close();
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip().split("\\s", -1)[0]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
