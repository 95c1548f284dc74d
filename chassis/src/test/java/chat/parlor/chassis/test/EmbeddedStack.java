package chat.parlor.chassis.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/// PostgreSQL from embedded binaries, fsync on, and a KRaft broker from Maven artifacts.
final class EmbeddedStack implements TestStack {

    private final EmbeddedPostgres postgres;
    private final EmbeddedBroker broker;

    EmbeddedStack() {
        this.broker = EmbeddedBroker.start();
        this.postgres = startPostgres();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test-stack-stop"));
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(FreePorts.next())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "300")
                    .setPGStartupWait(Patience.LIMIT)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void stop() {
        try {
            postgres.close();
        } catch (IOException ending) {
            throw new UncheckedIOException(ending);
        } finally {
            broker.stop();
        }
    }

    @Override
    public Database database() {
        return new Database("localhost", postgres.getPort(), "postgres", "postgres");
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }
}
