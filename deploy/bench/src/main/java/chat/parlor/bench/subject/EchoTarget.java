package chat.parlor.bench.subject;

import chat.parlor.bench.cost.Heap;
import chat.parlor.bench.wire.Dialect;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The [EchoServer] in a JVM of its own.
final class EchoTarget implements Target {
    private final PeerProcess server;

    EchoTarget() {
        server = PeerProcess.start(Path.of("."), EchoTarget::command, Map.of());
    }

    private static List<String> command(int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                EchoServer.class.getName(),
                Integer.toString(port));
    }

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public Dialect dialect() {
        return new EchoDialect();
    }

    @Override
    public List<Room> rooms(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Room("room" + i, "writer", "reader"))
                .toList();
    }

    @Override
    public Set<Long> processes() {
        return Set.of(server.pid());
    }

    @Override
    public long front() {
        return server.pid();
    }

    @Override
    public long heap() {
        return Heap.afterCollection(server.pid());
    }

    @Override
    public void close() {
        server.close();
    }
}
