package chat.parlor.room.rating;

import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Rating;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The table `rating`.
@Component
class RatingStore {

    private static final String PUT = """
            insert into rating (room, fence, agent, agent_name, score, comment, rated_at)
            values (:room, :fence, :agent, :agentName, :score, :comment, :ratedAt)
            on conflict (room, fence) do update set score = excluded.score, comment = excluded.comment
            """;

    private final DatabaseClient database;

    RatingStore(DatabaseClient database) {
        this.database = database;
    }

    /// Keeps the rating of the closing that `closed` stands at.
    Mono<Void> put(String room, Conversation closed, Rating rating) {
        var agent = closed.assignee();
        return database.sql(PUT)
                .bind("room", room)
                .bind("fence", closed.fence())
                .bind("agent", text(agent == null ? null : agent.id()))
                .bind("agentName", text(agent == null ? null : agent.name()))
                .bind("score", (short) rating.score())
                .bind("comment", text(rating.comment()))
                .bind("ratedAt", rating.ratedAt())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
