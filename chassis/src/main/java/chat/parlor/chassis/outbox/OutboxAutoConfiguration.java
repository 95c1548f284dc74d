package chat.parlor.chassis.outbox;

import chat.parlor.chassis.event.EventAutoConfiguration;
import chat.parlor.chassis.event.Publisher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/// Gives every service its outbox and the relay that empties it.
@AutoConfiguration(
        after = EventAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration"
        })
public class OutboxAutoConfiguration {

    private static final Duration AGE_TIMEOUT = Duration.ofSeconds(1);

    @Bean
    OutboxTable outboxTable(DatabaseClient database, JsonMapper json, MeterRegistry meters) {
        var table = new OutboxTable(database, json);
        Gauge.builder("parlor.outbox.age", table, OutboxAutoConfiguration::age)
                .baseUnit("seconds")
                .description("How long the oldest unpublished event has been waiting")
                .register(meters);
        return table;
    }

    @Bean
    OutboxRelay outboxRelay(OutboxTable table, Publisher publisher, ReactiveTransactionManager transactions) {
        return new OutboxRelay(table, publisher, TransactionalOperator.create(transactions));
    }

    @Bean
    Outbox outbox(OutboxTable table, OutboxRelay relay) {
        return new TransactionalOutbox(table, relay::wake);
    }

    private static double age(OutboxTable table) {
        var seconds = table.age().onErrorReturn(Double.NaN).block(AGE_TIMEOUT);
        return seconds == null ? 0 : seconds;
    }
}
