package chat.parlor.room.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/// A page costs what it shows, not what there is. Counted in database pages, which do not depend on the machine.
@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class ManyRoomsIT {

    private static final int MOST_PAGES = 10_000;
    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    /// The newest two thousand of the rooms below.
    private final Horizon horizon =
            new Horizon(Instant.now().minus(90, ChronoUnit.DAYS), Instant.now().minus(2000, ChronoUnit.HOURS));

    /// Fifty thousand rooms, one an hour, all silent; one in fifty waits.
    private static final String ROOMS = """
            insert into rooms (id, version, kind, name, status, fence, queued_at, guest, guest_name,
                backroom, created_at, updated_at, messages, head, turned_at, active_at)
            select 'r_many' || n, 1, 'guest', 'Guest ' || n, case when n % 50 = 0 then 'queued' else 'closed' end, 0,
                now() - n * interval '1 hour', 'g_' || n, 'Guest ' || n, 'r_back' || n, now(), now(), 3, 3,
                now() - n * interval '1 hour', now() - n * interval '1 hour'
            from generate_series(1, 50000) n on conflict do nothing
            """;

    private static final String READ = """
            insert into marks (member, room, ordinal) select 'a_busy', 'r_many' || n, 3 from generate_series(1, 49990) n
            on conflict do nothing
            """;

    /// Somebody mentioned in a note of every fifth, and in one room as often as nobody reads.
    private static final String MENTIONS = """
            insert into mentions (member, room, seq, ordinal, at)
            select 'a_busy', 'r_back' || n, 1, 1, now() - n * interval '1 hour' from generate_series(1, 50000, 5) n
            union all select 'a_new', 'r_back7', n, n, now() - n * interval '1 hour' from generate_series(1, 50000) n
            on conflict do nothing
            """;

    private static final String BACK_ROOMS = """
            insert into rooms (id, version, kind, name, fence, frontroom, created_at, updated_at, turned_at, active_at)
            select 'r_back' || n, 1, 'backroom', 'Guest ' || n, 0, 'r_many' || n, now(), now(), now(), now()
            from generate_series(1, 50000) n on conflict do nothing
            """;

    private static final String CLOSED = "id like 'r_many%' and status = 'closed'";

    private final RoomDriver driver;
    private final DatabaseClient database;

    ManyRoomsIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @BeforeEach
    void fill() {
        run(ROOMS, BACK_ROOMS, READ, MENTIONS, "analyze");
    }

    private void run(String... statements) {
        List.of(statements).forEach(sql -> database.sql(sql).then().block());
    }

    @Test
    void everyListStaysCheapForWhoHasReadAllAndForWhoHasReadNothing() {
        everyListIsCheap();
    }

    /// In an order in which nothing is ever announced under the wrong scope.
    @Test
    void everyListStaysCheapForWhoMaySeeNearlyNothing() {
        run("update visibility set agents = 'own'");
        run("update rooms set assignee = 'a_cy', assignee_name = 'Cy', keeper = 'a_cy' where " + CLOSED, "analyze");
        try {
            everyListIsCheap();
        } finally {
            run("update rooms set assignee = null, assignee_name = null, keeper = null where " + CLOSED, "analyze");
            run("update visibility set agents = 'all'");
        }
    }

    private void everyListIsCheap() {
        for (var who : List.of("a_busy", "a_new")) {
            for (var query : List.of(
                    Map.<String, String>of(),
                    Map.of("status", "queued"),
                    Map.of("kind", "direct"),
                    Map.of("assignee", "me"),
                    Map.of("mentioned", "true"),
                    Map.of("assignee", "none"),
                    Map.of("q", "Guest 4999"),
                    Map.of("q", "nobody at all"),
                    Map.of("q", "no"))) {
                for (var unread : List.of(true, false)) {
                    assertThat(pages(who, query, unread))
                            .as("%s %s %s", who, query, unread)
                            .isLessThan(MOST_PAGES);
                }
            }
        }
    }

    @Test
    void placesInALongQueueAreCountedOnce() {
        var page = driver.get(driver.agent("a_busy"), "?status=queued&limit=100")
                .body()
                .path("items");

        assertThat(page.valueStream()
                        .map(room -> room.path("queue").path("position").asInt()))
                .hasSize(100)
                .startsWith(1000, 999, 998);
    }

    @Test
    void anOldUnreadRoomIsStillListedAndCounted() {
        var unread = driver.get(driver.agent("a_busy"), "?unread=true").body().path("items");

        assertThat(unread).hasSize(10);
        assertThat(unread.get(0).path("unread").asInt()).isEqualTo(3);
    }

    private int pages(String who, Map<String, String> parameters, boolean unread) {
        var caller = new Caller(who, CallerKind.ACCOUNT, "Somebody", Set.of("agent"), null);
        var sql = InboxSql.half(InboxQuery.parse(parameters, caller), caller, unread, null, 51, horizon);
        var plan = database.sql("explain (analyze, buffers) " + sql.text())
                .bindValues(sql.values())
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
        var match = PAGES.matcher(String.join("\n", Objects.requireNonNull(plan)));
        assertThat(match.find()).isTrue();
        return Integer.parseInt(match.group(1)) + (match.group(2) == null ? 0 : Integer.parseInt(match.group(2)));
    }
}
