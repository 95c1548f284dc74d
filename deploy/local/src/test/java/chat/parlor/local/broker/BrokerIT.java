package chat.parlor.local.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {
    /// A JVM starts within, also where others start beside it.
    private static final int PATIENCE_SECONDS = 120;
    private static final int PATIENCE_MILLIS = PATIENCE_SECONDS * 1_000;
    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

    @TempDir
    private Path scratch;

    private BrokerSettings settings;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        var folder = DataFolder.open(scratch);
        var ports = Ports.load(folder);
        ports.ensureFree(Broker.NAME);
        ports.ensureFree(Broker.CONTROLLER);
        settings = new BrokerSettings(folder.kafka(), ports.of(Broker.NAME), ports.of(Broker.CONTROLLER));
        process = launch();
    }

    @AfterEach
    void end() throws InterruptedException {
        // gone before its folder goes
        process.destroyForcibly().waitFor();
    }

    @Test
    void whatWasWrittenSurvivesBeingKilledHard() throws Exception {
        try (var admin = Admin.create(clients())) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get(PATIENCE_SECONDS, SECONDS);
        }
        var text = UUID.randomUUID().toString();
        try (var producer = new KafkaProducer<>(clients(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), text)).get(PATIENCE_SECONDS, SECONDS);
        }

        process.destroyForcibly().waitFor();
        process = launch();

        assertThat(readFirst()).isEqualTo(text);
    }

    private String readFirst() {
        try (var consumer = new KafkaConsumer<>(clients(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            var deadline = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < deadline) {
                for (var found : consumer.poll(Duration.ofSeconds(1))) {
                    return found.value();
                }
            }
            throw new AssertionError("nothing came back");
        }
    }

    private Map<String, Object> clients() {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + settings.port(),
                "default.api.timeout.ms",
                PATIENCE_MILLIS,
                "max.block.ms",
                PATIENCE_MILLIS);
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        settings.folder().toString(),
                        Integer.toString(settings.port()),
                        Integer.toString(settings.controllerPort()))
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("logs/broker.log").toFile())
                .start();
    }
}
