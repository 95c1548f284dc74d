package chat.parlor.chassis.event;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Exceptions;

/// Tells failures of the surroundings, which pass, from failures of the record, which do not.
final class Failures {

    private static final int DEEPEST_CAUSE = 20;
    private static final List<Class<? extends Throwable>> PASSING = List.of(
            R2dbcTransientException.class,
            R2dbcNonTransientResourceException.class,
            R2dbcRollbackException.class,
            TransientDataAccessException.class,
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class,
            RetriableException.class,
            PublishingOverloaded.class,
            WebClientRequestException.class,
            WebClientResponseException.BadGateway.class,
            WebClientResponseException.ServiceUnavailable.class,
            WebClientResponseException.GatewayTimeout.class,
            CallNotPermittedException.class,
            TimeoutException.class,
            IOException.class);

    private Failures() {}

    /// Whether repeating makes sense for as long as it takes: a database, broker or service is away.
    static boolean passing(Throwable failure) {
        return Stream.iterate(Exceptions.unwrap(failure), cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> PASSING.stream().anyMatch(type -> type.isInstance(cause)));
    }
}
