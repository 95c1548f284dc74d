package chat.parlor.local.broker;

import chat.parlor.local.folder.DataFolder;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/// A real Kafka broker in this JVM. Its files survive it, however it ends.
public final class Broker {
    /// The name of its port, process id and log files.
    public static final String NAME = "broker";

    /// The name of its controller's port.
    public static final String CONTROLLER = "controller";

    private final BrokerSettings settings;
    private final KafkaRaftServer server;

    private Broker(BrokerSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /// Starts a broker, formatting its folder first where that is new. Returns when it serves.
    public static Broker start(DataFolder folder, int port, int controllerPort) {
        return start(new BrokerSettings(folder.kafka(), port, controllerPort));
    }

    static Broker start(BrokerSettings settings) {
        format(settings.folder());
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
        server.startup();
        return new Broker(settings, server);
    }

    /// Where clients find it.
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    /// Stops it, writing everything to its files.
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /// Waits until it has stopped.
    void awaitStop() {
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception failure) {
            // the formatter declares Exception; there is nothing to tell apart
            throw new IllegalStateException("cannot format " + folder, failure);
        }
    }
}
