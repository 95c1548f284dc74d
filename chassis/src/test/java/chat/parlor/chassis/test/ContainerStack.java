package chat.parlor.chassis.test;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The same parts in containers, for machines with a Docker engine.
final class ContainerStack implements TestStack {

    private final PostgreSQLContainer postgres =
            new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=300");
    private final KafkaContainer kafka =
            new KafkaContainer("apache/kafka:4.2.1").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    ContainerStack() {
        postgres.start();
        kafka.start();
    }

    @Override
    public Database database() {
        return new Database(
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                postgres.getUsername(),
                postgres.getPassword());
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }
}
