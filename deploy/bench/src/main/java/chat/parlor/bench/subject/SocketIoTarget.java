package chat.parlor.bench.subject;

import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.wire.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Socket.IO 4 with PostgreSQL, in one Node process: `deploy/bench/peers/socketio`.
final class SocketIoTarget implements Target {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PeerDatabase database;
    private final PeerProcess server;
    // an offer to upgrade to HTTP 2 would be taken for a websocket
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SocketIoTarget() {
        var folder = Path.of(System.getProperty("parlor.root", "."), "deploy", "bench", "peers", "socketio");
        install(folder);
        database = PeerDatabase.start("socketio");
        try {
            server = PeerProcess.start(folder, port -> List.of("node", "--expose-gc", "server.js"), environment());
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private Map<String, String> environment() {
        var all = new HashMap<>(database.environment());
        all.put("NODE_ENV", "production");
        return all;
    }

    @Override
    public String name() {
        return "socketio";
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public Dialect dialect() {
        return new SocketIoDialect();
    }

    @Override
    public List<Room> rooms(int count) {
        var rooms = new ArrayList<Room>();
        for (int i = 0; i < count; i++) {
            var writer = UUID.randomUUID().toString();
            var made = call("/rooms", Map.of("members", List.of(writer, "desk")));
            rooms.add(new Room(made.path("room").asString(), writer, "desk"));
        }
        return rooms;
    }

    @Override
    public Set<Long> processes() {
        return Set.of(server.pid(), database.pid());
    }

    @Override
    public long front() {
        return server.pid();
    }

    @Override
    public long heap() {
        return call("/memory", Map.of()).path("heapUsed").asLong();
    }

    @Override
    public void close() {
        server.close();
        http.shutdownNow();
        database.close();
    }

    private JsonNode call(String path, Map<String, ?> body) {
        var address = server.address();
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + address.getHostString() + ":" + address.getPort() + path))
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    private static void install(Path folder) {
        if (Files.isDirectory(folder.resolve("node_modules").resolve("socket.io"))) {
            return;
        }
        try {
            var npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            if (npm.waitFor() != 0) {
                throw new Unexpected("npm could not install the Socket.IO peer");
            }
        } catch (IOException failure) {
            throw new Unexpected("the Socket.IO peer needs Node 20 and npm");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }
}
