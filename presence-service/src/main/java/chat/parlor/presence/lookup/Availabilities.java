package chat.parlor.presence.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class Availabilities {

    private static final String OF = "select member, status, last_seen from person where member = any($1)";
    private final DatabaseClient database;

    Availabilities(DatabaseClient database) {
        this.database = database;
    }

    /// One for each of `members`, in their order.
    Mono<List<Availability>> of(Set<String> members) {
        return database.sql(OF)
                .bind(0, members.toArray(String[]::new))
                .map(row -> new Availability(
                        Objects.requireNonNull(row.get("member", String.class)),
                        Objects.requireNonNull(row.get("status", String.class)),
                        row.get("last_seen", Instant.class)))
                .all()
                .collectMap(Availability::member)
                .map(known -> inOrder(members, known));
    }

    private static List<Availability> inOrder(Set<String> members, Map<String, Availability> known) {
        return members.stream()
                .map(member -> known.getOrDefault(member, Availability.neverSeen(member)))
                .toList();
    }
}
