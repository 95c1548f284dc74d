package chat.parlor.bench.subject;

import chat.parlor.local.database.Database;
import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.PidFiles;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.folder.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A PostgreSQL for a peer: the programs, the settings and the start of Parlor's own, in a scratch folder.
final class PeerDatabase implements AutoCloseable {
    private final String peer;
    private final Path scratch;
    private final DataFolder folder;
    private final Secrets secrets;
    private final Database database;

    private PeerDatabase(String peer, Path scratch) {
        this.peer = peer;
        this.scratch = scratch;
        this.folder = DataFolder.open(scratch.resolve("data"));
        this.secrets = new Secrets(folder);
        this.database = new Database(folder, secrets, Path.of(System.getProperty("parlor.home", scratch.toString())));
    }

    /// Starts it, with a role and a schema for the peer.
    static PeerDatabase start(String peer) {
        try {
            var started = new PeerDatabase(peer, Files.createTempDirectory("parlor-bench-" + peer));
            var ports = Ports.load(started.folder);
            ports.ensureFree(Database.NAME);
            started.database.start(ports.of(Database.NAME));
            started.database.prepare(List.of(peer));
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where it is and who may use it, in the variables all PostgreSQL clients know.
    Map<String, String> environment() {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(database.runningOn().orElseThrow()),
                "PGDATABASE",
                "parlor",
                "PGUSER",
                "parlor_" + peer,
                "PGPASSWORD",
                secrets.get("database-" + peer));
    }

    /// A folder that goes with it.
    Path scratch() {
        return scratch;
    }

    /// Runs statements as the peer.
    void run(String statements) {
        var all = environment();
        var url = "jdbc:postgresql://" + all.get("PGHOST") + ":" + all.get("PGPORT") + "/" + all.get("PGDATABASE");
        try (var connection = DriverManager.getConnection(url, all.get("PGUSER"), all.get("PGPASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long pid() {
        return new PidFiles(folder).alive(Database.NAME).orElseThrow().pid();
    }

    @Override
    public void close() {
        database.stop();
        try (var files = Files.walk(scratch)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            System.err.println("left behind: " + scratch);
        }
    }
}
