package chat.parlor.chassis.test;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// One broker that is its own controller, in a folder that goes with the JVM.
final class EmbeddedBroker {

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static EmbeddedBroker start() {
        try {
            var folder = Files.createTempDirectory("parlor-test-kafka");
            var port = FreePorts.next();
            format(folder);
            var server = new KafkaRaftServer(
                    KafkaConfig.fromProps(settings(folder, port, controllerPort(port))), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String bootstrapServers() {
        return "localhost:" + port;
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception failure) {
            throw new IllegalStateException("the broker's folder cannot be formatted", failure);
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // a broker whose machine stood still for a while is not to lose its partitions to nobody
        settings.put("broker.session.timeout.ms", Long.toString(Patience.LIMIT.toMillis()));
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        return settings;
    }

    private static int controllerPort(int port) {
        var other = FreePorts.next();
        return other == port ? controllerPort(port) : other;
    }
}
