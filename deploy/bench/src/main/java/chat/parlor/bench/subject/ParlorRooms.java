package chat.parlor.bench.subject;

import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.folder.Secrets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The rooms of a running Parlor, written to as room-service would.
final class ParlorRooms {
    private static final String FILL = """
            with guests as (
                select n, md5(n::text) as id, now() - n * interval '7.7 seconds' as at,
                    case when n % 1000 = 1 then 'queued' when n % 100 = 2 then 'assigned'
                        when n % 50 = 3 then 'resolved' when n % 200 = 4 then 'open' else 'closed' end as status,
                    (array['Maya', 'Tom', 'Ada', 'Gus', 'Lena', 'Omar', 'Sofia', 'Ivan', 'Chen', 'Fatima', 'Noor',
                        'Kofi', 'Priya', 'Yuki', 'Hans', 'Elif', 'Ravi', 'Zoe', 'Liam', 'Ines']
                        )[1 + (n::bigint * 7919) % 20]
                    || ' ' || (array['Thompson', 'Herrera', 'Lovelace', 'Meyer', 'Haddad', 'Rossi', 'Petrov', 'Wei',
                        'Khan', 'Okafor', 'Mensah', 'Sharma', 'Tanaka', 'Schmidt', 'Yilmaz', 'Patel', 'Martin',
                        'Murphy', 'Costa', 'Novak'])[1 + (n / 20 * 104729::bigint) % 20]
                    || ' ' || substr(md5(n::text || 'x'), 1, 4) as name,
                    (array['Thank you, that helps', 'Where is my parcel?', 'I would like to return the shoes',
                        'Is there anybody?', 'The invoice is wrong', 'Necesito ayuda con mi pedido'])[1 + n % 6]
                        as text
                from generate_series(1, ?) n),
            agents as (
                select guests.*, status in ('assigned', 'resolved') or status = 'closed' and n % 20 <> 0 as answered,
                    case when n % 50 = 7 then d.id else 'a_' || n % 50 end as agent
                from guests, (select ?::text as id) d)
            insert into rooms (id, version, kind, name, status, assignee, assignee_name, fence, queued_at, guest,
                guest_name, backroom, created_at, updated_at, turned_at, active_at, epoch, head, messages, last_seq,
                last_at, last_author, last_kind, last_name, last_text, tags)
            select 'r_' || id, 3, 'guest', name, status, case when answered then agent end,
                case when answered then 'Agent' end, 1, case when status = 'queued' then at end, 'g_' || id, name,
                'r_b' || id, at, at, at, at, 1, 10, 10, 10, at, 'g_' || id, 'guest', name, text || ' ' || n,
                case when n % 10 = 0 then array['t_' || n % 7] else '{}' end
            from agents
            """;

    private static final String READ = """
            insert into marks (member, room, ordinal)
            select ?, r.id, r.messages from rooms r where r.kind = 'guest' and ascii(right(r.id, 1)) % 2 = 0
            """;

    private final DataFolder folder;

    ParlorRooms(Path data) {
        this.folder = DataFolder.open(data);
    }

    /// @param desk the account of who looks
    void fill(int rooms, String desk) {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + Ports.load(folder).of("postgres") + "/parlor",
                        "parlor_room",
                        new Secrets(folder).get("database-room"));
                var fill = connection.prepareStatement(FILL);
                var read = connection.prepareStatement(READ);
                var others = connection.createStatement()) {
            fill.setInt(1, rooms);
            fill.setString(2, desk);
            fill.executeUpdate();
            read.setString(1, desk);
            read.executeUpdate();
            others.execute("vacuum (analyze) rooms");
            others.execute("vacuum (analyze) marks");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
