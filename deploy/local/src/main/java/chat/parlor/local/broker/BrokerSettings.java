package chat.parlor.local.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How the one broker is set up: controller and broker in one node, small, one copy of everything.
///
/// @param sideDoors further addresses for clients that come by way of something else
record BrokerSettings(Path folder, int port, int controllerPort, List<SideDoor> sideDoors) {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    BrokerSettings {
        sideDoors = List.copyOf(sideDoors);
    }

    BrokerSettings(Path folder, int port, int controllerPort) {
        this(folder, port, controllerPort, List.of());
    }

    Properties properties() {
        var properties = new Properties();
        node(properties);
        internalTopics(properties);
        footprint(properties);
        return properties;
    }

    private void node(Properties properties) {
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", Integer.toString(NODE));
        properties.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.setProperty(
                "listeners",
                "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort + each(SideDoor::listener));
        properties.setProperty("advertised.listeners", "BROKER://127.0.0.1:" + port + each(SideDoor::advertised));
        properties.setProperty(
                "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT" + each(SideDoor::protocol));
        properties.setProperty("inter.broker.listener.name", "BROKER");
        properties.setProperty("controller.listener.names", CONTROLLER);
        properties.setProperty("log.dirs", folder.toString());
        properties.setProperty("auto.create.topics.enable", "false");
        // a broker that was killed hard is welcome again after two seconds instead of nine
        properties.setProperty("broker.session.timeout.ms", "2000");
        properties.setProperty("broker.heartbeat.interval.ms", "500");
    }

    private String each(Function<SideDoor, String> part) {
        return sideDoors.stream().map(part).map(text -> "," + text).collect(Collectors.joining());
    }

    private static void internalTopics(Properties properties) {
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "8");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
    }

    private static void footprint(Properties properties) {
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        properties.setProperty("num.recovery.threads.per.data.dir", "2");
        properties.setProperty("log.cleaner.threads", "1");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        properties.setProperty("log.segment.bytes", "67108864");
        properties.setProperty("log.index.size.max.bytes", "1048576");
    }
}
