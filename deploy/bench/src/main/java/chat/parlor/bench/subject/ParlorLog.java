package chat.parlor.bench.subject;

import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.folder.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The log of record of a running Parlor, written to as message-service would.
final class ParlorLog {
    private static final String FILL = """
            with head as (select coalesce(max(seq), 0) as seq from message.entries where room = ?)
            insert into message.entries
                (room, seq, type, client_id, author, author_kind, author_name, at, ordinal, text)
            select ?, head.seq + n, 'message.sent', 'b-' || n, 'g_bench', 'guest', 'Bench',
                now() - (? - n) * interval '1 second', head.seq + n,
                'Message ' || n || ', which is about as long as what people write to each other.'
                    || case when n % 100000 = 7 then ' periwinkle' else '' end
            from head, generate_series(1, ?) n
            """;

    private static final String HEAD = """
            insert into message.timelines (room, seq, messages)
            select room, max(seq), max(ordinal) from message.entries where room = ? group by room
            on conflict (room) do update set seq = excluded.seq, messages = excluded.messages
            """;

    private final DataFolder folder;

    ParlorLog(Path data) {
        this.folder = DataFolder.open(data);
    }

    /// Adds messages at the end of a room.
    void fill(String room, int messages) {
        try (var connection = connect();
                var fill = connection.prepareStatement(FILL);
                var head = connection.prepareStatement(HEAD)) {
            fill.setString(1, room);
            fill.setString(2, room);
            fill.setInt(3, messages);
            fill.setInt(4, messages);
            fill.executeUpdate();
            head.setString(1, room);
            head.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// What autovacuum does sooner or later.
    void settle() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) message.entries");
            statement.execute("vacuum (analyze) message.findable");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws SQLException {
        var port = Ports.load(folder).of("postgres");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/parlor",
                "parlor_message",
                new Secrets(folder).get("database-message"));
    }
}
