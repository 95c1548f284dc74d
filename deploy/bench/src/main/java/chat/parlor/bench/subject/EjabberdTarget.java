package chat.parlor.bench.subject;

import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.wire.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// ejabberd from Debian's packages, with PostgreSQL: `deploy/bench/peers/ejabberd`.
final class EjabberdTarget implements Target {
    private static final Path TABLES = Path.of("/usr/share/ejabberd/sql/pg.sql");
    private static final Path SETTINGS =
            Path.of(System.getProperty("parlor.root", "."), "deploy", "bench", "peers", "ejabberd", "ejabberd.yml");

    /// Where Debian keeps it and what it needs.
    private static final Map<String, String> LIBRARIES = Map.of("ERL_LIBS", "/usr/lib/x86_64-linux-gnu");

    private final PeerDatabase database;
    private final PeerProcess server;

    /// How many rooms were handed out.
    private int made;

    EjabberdTarget() {
        install();
        database = PeerDatabase.start("ejabberd");
        try {
            database.run(read(TABLES));
            server = PeerProcess.start(database.scratch(), this::command, LIBRARIES);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    @Override
    public String name() {
        return "ejabberd";
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public Dialect dialect() {
        return new EjabberdDialect();
    }

    /// Rooms are there as soon as somebody enters them.
    @Override
    public List<Room> rooms(int count) {
        var first = made;
        made += count;
        return IntStream.range(first, made)
                .mapToObj(i -> new Room("room" + i, "writer" + i, "desk"))
                .toList();
    }

    @Override
    public Set<Long> processes() {
        return Set.of(server.pid(), database.pid());
    }

    @Override
    public long front() {
        return server.pid();
    }

    /// Erlang has a heap for each process, and no collection of all of them.
    @Override
    public long heap() {
        return 0;
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    /// Writes its settings; returns what starts it with them.
    private List<String> command(int port) {
        var access = database.environment();
        var settings = database.scratch().resolve("ejabberd.yml");
        try {
            Files.writeString(
                    settings,
                    read(SETTINGS)
                            .replace("{port}", Integer.toString(port))
                            .replace("{database-port}", access.getOrDefault("PGPORT", ""))
                            .replace("{password}", access.getOrDefault("PGPASSWORD", "")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of(
                "erl",
                "-noinput",
                "+K",
                "true",
                "+P",
                "250000",
                "-mnesia",
                "dir",
                quoted(database.scratch().resolve("mnesia")),
                "-ejabberd",
                "config",
                quoted(settings),
                "-ejabberd",
                "log_path",
                quoted(database.scratch().resolve("ejabberd.log")),
                "-s",
                "ejabberd");
    }

    private static String quoted(Path path) {
        return "\"" + path + "\"";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void install() {
        if (Files.exists(TABLES)) {
            return;
        }
        try {
            var apt = new ProcessBuilder(
                            "apt-get", "install", "-y", "--no-install-recommends", "ejabberd", "erlang-p1-pgsql")
                    .inheritIO();
            apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
            if (apt.start().waitFor() != 0) {
                throw new Unexpected("ejabberd could not be installed from the system's packages");
            }
        } catch (IOException failure) {
            throw new Unexpected("ejabberd has to be installed: packages ejabberd and erlang-p1-pgsql");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }
}
