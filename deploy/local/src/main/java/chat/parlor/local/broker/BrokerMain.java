package chat.parlor.local.broker;

import java.nio.file.Path;
import java.util.Arrays;

/// A broker as a process of its own.
public final class BrokerMain {
    private BrokerMain() {}

    /// Runs until the process is told to end.
    ///
    /// @param args the broker's folder, its port, its controller's port, and side doors as `PORT:FRONT`
    public static void main(String[] args) {
        var sideDoors = Arrays.stream(args).skip(3).map(SideDoor::parse).toList();
        var settings =
                new BrokerSettings(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), sideDoors);
        var broker = Broker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::stop, "broker-stop"));
        broker.awaitStop();
    }
}
