package chat.parlor.room.reports;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Measures what the tables `summary`, `accepts` and `rating` hold. Each is read once, for the whole, each day and each
/// agent together.
@Component
class ReportStore {

    private static final String KEYS = """
            case when grouping(day) = 0 then 'day' when grouping(agent) = 0 then 'agent' else 'total' end as kind,
            coalesce(day::text, agent, '') as key, max(name) as name
            """;
    private static final String GROUPS = " group by grouping sets ((), (day), (agent))";
    private static final String ENDED = "select " + KEYS + """
            , count(*) as conversations,
            percentile_cont(0.5) within group (order by first) as first_median,
            percentile_cont(0.9) within group (order by first) as first_p90,
            percentile_cont(0.5) within group (order by took) as took_median,
            percentile_cont(0.9) within group (order by took) as took_p90
            from (select (s.ended_at at time zone :zone)::date as day, s.agent, coalesce(a.name, s.agent_name) as name,
                    s.first_response_ms::float8 as first,
                    extract(epoch from s.ended_at - s.began_at)::float8 * 1000 as took
                from summary s left join accounts a on a.id = s.agent
                where s.ended_at >= :begin and s.ended_at < :end) m
            """ + GROUPS;
    private static final String TAKEN = "select " + KEYS + """
            , count(*) as taken,
            percentile_cont(0.5) within group (order by waited) as median,
            percentile_cont(0.9) within group (order by waited) as p90
            from (select (t.taken_at at time zone :zone)::date as day, t.agent, a.name,
                    extract(epoch from t.taken_at - t.since)::float8 * 1000 as waited
                from accepts t left join accounts a on a.id = t.agent
                where t.taken_at >= :begin and t.taken_at < :end) m
            """ + GROUPS;
    private static final String RATED = "select " + KEYS + """
            , count(*) as ratings, avg(score)::float8 as score
            from (select (r.rated_at at time zone :zone)::date as day, r.agent, coalesce(a.name, r.agent_name) as name,
                    r.score
                from rating r left join accounts a on a.id = r.agent
                where r.rated_at >= :begin and r.rated_at < :end) m
            """ + GROUPS;

    private final DatabaseClient database;

    ReportStore(DatabaseClient database) {
        this.database = database;
    }

    /// A line, and whose it is: `total`, `day` or `agent`.
    record Measured(String kind, Line line) {}

    /// Everything measured of a period, in parts: several may be about the same day or agent.
    Flux<Measured> measure(Period period) {
        return Flux.concat(
                ask(ENDED, period).map(ReportStore::ended).all(),
                ask(TAKEN, period).map(ReportStore::taken).all(),
                ask(RATED, period).map(ReportStore::rated).all());
    }

    private DatabaseClient.GenericExecuteSpec ask(String sql, Period period) {
        return database.sql(sql)
                .bind("zone", period.zone().getId())
                .bind("begin", period.begin())
                .bind("end", period.end());
    }

    private static Measured ended(Readable row) {
        return measured(
                row,
                new Line(
                        text(row, "key"),
                        name(row),
                        count(row, "conversations"),
                        spread(row, "first_median", "first_p90"),
                        spread(row, "took_median", "took_p90"),
                        0,
                        null,
                        0,
                        null));
    }

    private static Measured taken(Readable row) {
        var waiting = spread(row, "median", "p90");
        return measured(
                row, new Line(text(row, "key"), name(row), 0, null, null, count(row, "taken"), waiting, 0, null));
    }

    private static Measured rated(Readable row) {
        var score = row.get("score", Double.class);
        return measured(
                row, new Line(text(row, "key"), name(row), 0, null, null, 0, null, count(row, "ratings"), score));
    }

    private static Measured measured(Readable row, Line line) {
        return new Measured(text(row, "kind"), line);
    }

    private static @Nullable String name(Readable row) {
        return text(row, "kind").equals("agent") ? row.get("name", String.class) : null;
    }

    private static @Nullable Spread spread(Readable row, String median, String p90) {
        var half = row.get(median, Double.class);
        return half == null
                ? null
                : new Spread(
                        Math.round(half),
                        Math.round(
                                Optional.ofNullable(row.get(p90, Double.class)).orElse(half)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long count(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
