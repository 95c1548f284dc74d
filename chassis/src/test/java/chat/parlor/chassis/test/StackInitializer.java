package chat.parlor.chassis.test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives a test's application a fresh database with the service's role and schema, and a topic prefix of its own.
final class StackInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SECRET = "a secret that only the tests of this build know";

    /// Bounds that keep a service answering when what it stands on is away. Here nothing is away, only slow at times.
    private static final String[] PATIENCE = {
        "parlor.kafka.delivery-timeout=60s",
        "parlor.kafka.max-block=60s",
        "parlor.kafka.session-timeout=30s",
        "parlor.services.connect-timeout=30s",
        "parlor.services.answer-timeout=30s",
        "spring.r2dbc.pool.max-acquire-time=30s",
        "spring.r2dbc.pool.max-create-connection-time=30s",
        "spring.r2dbc.properties.connectTimeout=PT30S"
    };

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var stack = TestStack.shared();
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        var schema = context.getEnvironment().getProperty("parlor.service", "test");
        createDatabase(stack.database(), name, schema);
        TestPropertyValues.of(
                        "parlor.database.host=" + stack.database().host(),
                        "parlor.database.port=" + stack.database().port(),
                        "parlor.database.name=" + name,
                        "parlor.database.user=" + name,
                        "parlor.database.password=" + name,
                        "parlor.kafka.bootstrap-servers=" + stack.bootstrapServers(),
                        "parlor.kafka.topic-prefix=" + name + ".",
                        "parlor.kafka.partitions=3",
                        "parlor.identity.service-secret=" + SECRET)
                .and(PATIENCE)
                .applyTo(context);
    }

    private static void createDatabase(TestStack.Database server, String name, String schema) {
        run(server, "postgres", "create role %1$s login password '%1$s'".formatted(name), "create database " + name);
        run(
                server,
                name,
                "create schema %s authorization %s".formatted(schema, name),
                "create extension pg_trgm schema " + schema);
    }

    private static void run(TestStack.Database server, String database, String... statements) {
        try (var connection = DriverManager.getConnection(server.jdbc(database), server.user(), server.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the test database cannot be made", failure);
        }
    }
}
