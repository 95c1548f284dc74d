package chat.parlor.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.PidFiles;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.folder.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {
    private static final Path HOME = Path.of("target").toAbsolutePath();

    @TempDir
    private Path scratch;

    private DataFolder folder;
    private Secrets secrets;
    private Database database;
    private int port;

    @BeforeEach
    void start() {
        folder = DataFolder.open(scratch);
        secrets = new Secrets(folder);
        database = new Database(folder, secrets, HOME);
        var ports = Ports.load(folder);
        ports.ensureFree(Database.NAME);
        port = ports.of(Database.NAME);
        database.start(port);
        database.prepare(List.of("room", "message"));
    }

    @AfterEach
    void stop() {
        database.stop();
    }

    @Test
    void commitsReachTheDiskBeforeTheyAreAcknowledged() throws SQLException {
        try (var connection = connect("room")) {
            assertThat(one(connection, "show fsync")).isEqualTo("on");
            assertThat(one(connection, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aRoleSeesOnlyItsOwnSchema() throws SQLException {
        try (var room = connect("room");
                var message = connect("message")) {
            room.createStatement().execute("create table secret (id int)");

            assertThat(one(room, "select current_schema")).isEqualTo("room");
            assertThatThrownBy(() -> one(message, "select count(*) from room.secret"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatWasCommittedSurvivesBeingKilledHard() throws SQLException {
        try (var room = connect("room")) {
            room.createStatement().execute("create table kept as select 42 as answer");
        }

        var server = new PidFiles(folder).alive(Database.NAME).orElseThrow();
        server.destroyForcibly();
        await().atMost(ONE_MINUTE).until(() -> !PidFiles.lives(server));
        assertThat(database.runningOn()).isEmpty();
        database.start(port);

        try (var room = connect("room")) {
            assertThat(one(room, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerThatOutlivedItsLauncherIsTakenOver() {
        var pid = new PidFiles(folder).alive(Database.NAME).orElseThrow().pid();

        var next = new Database(folder, secrets, HOME);
        next.start(port + 1);
        next.prepare(List.of("room", "message"));

        assertThat(next.runningOn()).contains(port);
        assertThat(new PidFiles(folder).alive(Database.NAME).orElseThrow().pid())
                .isEqualTo(pid);
    }

    private Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/parlor",
                "parlor_" + service,
                secrets.get("database-" + service));
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
