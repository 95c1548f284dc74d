package chat.parlor.local.database;

import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.PidFiles;
import chat.parlor.local.folder.Secrets;
import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The PostgreSQL of a data folder: a process of its own that outlives us when we are killed, and is then taken over.
public final class Database {
    /// The name of its process id and log files.
    public static final String NAME = "postgres";

    private static final String START_SECONDS = "120";
    private static final String STOP_SECONDS = "30";

    private final DataFolder folder;
    private final Secrets secrets;
    private final PidFiles pids;
    private final Path home;

    /// The database of a data folder.
    ///
    /// @param home where its programs are unpacked
    public Database(DataFolder folder, Secrets secrets, Path home) {
        this.folder = folder;
        this.secrets = secrets;
        this.pids = new PidFiles(folder);
        this.home = home;
    }

    /// The port on which it runs already; empty when it does not run.
    public Optional<Integer> runningOn() {
        return Postmaster.running(folder.postgres()).map(Postmaster::port);
    }

    /// Starts it unless it runs, making its files first where there are none. Whatever was killed hard is recovered.
    ///
    /// @throws Refused when it does not start
    public synchronized void start(int port) {
        var running = Postmaster.running(folder.postgres());
        if (running.isEmpty()) {
            var binaries = PostgresBinaries.in(home);
            var user = Unprivileged.here();
            initialize(binaries, user);
            launch(binaries, user, port);
            running = Postmaster.running(folder.postgres());
        }
        running.ifPresent(postmaster -> pids.write(NAME, postmaster.pid()));
    }

    /// Makes a role and a schema for each service, each role seeing only its own.
    public void prepare(Iterable<String> services) {
        var port = runningOn().orElseThrow(() -> new IllegalStateException("the database does not run"));
        new Schemas(port, secrets).prepare(services);
    }

    /// Stops it, if it runs, after what is under way has been written.
    public synchronized void stop() {
        if (Postmaster.running(folder.postgres()).isPresent()) {
            var binaries = PostgresBinaries.in(home);
            var data = folder.postgres().toString();
            var prefix = Unprivileged.here().prefix();
            var fast = Shell.run(
                    prefix, binaries.program("pg_ctl"), "stop", "-D", data, "-m", "fast", "-w", "-t", STOP_SECONDS);
            if (!fast.succeeded()) {
                Shell.run(prefix, binaries.program("pg_ctl"), "stop", "-D", data, "-m", "immediate", "-w");
            }
        }
        pids.remove(NAME);
    }

    private void initialize(PostgresBinaries binaries, Unprivileged user) {
        var data = folder.postgres();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        try {
            // made aside and moved as a whole: an interrupted first start leaves nothing half made
            var fresh = data.resolveSibling("postgres.new");
            deleteTree(fresh);
            Files.createDirectory(
                    fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            user.own(fresh);
            var password = passwordFile(user);
            initdb(binaries, user, fresh, password);
            Files.delete(password);
            Files.deleteIfExists(data);
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void initdb(PostgresBinaries binaries, Unprivileged user, Path data, Path password) {
        var made = Shell.run(
                user.prefix(),
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions");
        if (!made.succeeded()) {
            throw failed("PostgreSQL could not make its files", made);
        }
    }

    private Path passwordFile(Unprivileged user) throws IOException {
        var file = folder.run().resolve("initdb-password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secrets.get(Schemas.ADMIN_SECRET) + "\n");
        user.own(file);
        return file;
    }

    private void launch(PostgresBinaries binaries, Unprivileged user, int port) {
        try {
            Leftovers.end(folder.postgres());
            Files.writeString(folder.postgres().resolve("postgresql.conf"), PostgresConfig.text(port));
            var log = folder.log(NAME);
            if (!Files.exists(log)) {
                Files.createFile(log);
            }
            user.own(log);
            // pg_ctl gives the server a session of its own: a Ctrl-C meant for us does not reach it
            var started = Shell.run(
                    user.prefix(),
                    binaries.program("pg_ctl"),
                    "start",
                    "-D",
                    folder.postgres().toString(),
                    "-l",
                    log.toString(),
                    "-s",
                    "-w",
                    "-t",
                    START_SECONDS);
            if (!started.succeeded()) {
                throw failed("PostgreSQL did not start", started);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Refused failed(String what, Shell.Outcome outcome) {
        var said = outcome.output().lines().filter(line -> !line.isBlank()).reduce((first, last) -> last);
        return new Refused(
                Reason.FAILED, what + said.map(line -> ": " + line).orElse("") + " (log: " + folder.log(NAME) + ")");
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
