package chat.parlor.chassis.test;

/// The real parts under every integration test: one PostgreSQL and one Kafka broker, started once for the whole test
/// run of a module and stopped with its JVM. With `PARLOR_TEST_STACK=testcontainers` they run in containers.
public interface TestStack {

    /// The stack of this JVM; started by the first call.
    static TestStack shared() {
        return Holder.SHARED;
    }

    /// JDBC address of the database server with its superuser, without a database name: `jdbc:postgresql://host:port/`.
    Database database();

    /// Kafka's bootstrap servers.
    String bootstrapServers();

    /// How to reach the database server as its superuser.
    record Database(String host, int port, String user, String password) {

        /// JDBC address of one database on it.
        String jdbc(String name) {
            return "jdbc:postgresql://" + host + ":" + port + "/" + name;
        }
    }

    /// Starts the stack when it is first asked for.
    final class Holder {
        private static final TestStack SHARED = "testcontainers".equals(System.getenv("PARLOR_TEST_STACK"))
                ? new ContainerStack()
                : new EmbeddedStack();

        private Holder() {}
    }
}
