package chat.parlor.local.service;

import chat.parlor.local.broker.Broker;
import chat.parlor.local.broker.BrokerMain;
import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.PidFiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Broker and services as processes of their own. Nobody watches them: what is killed stays dead until it is asked for
/// again.
public final class Processes {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final DataFolder folder;
    private final PidFiles pids;

    /// The processes of a data folder.
    public Processes(DataFolder folder) {
        this.folder = folder;
        this.pids = new PidFiles(folder);
    }

    /// Whether any of them lives.
    public boolean anyAlive() {
        return names().stream().anyMatch(this::isAlive);
    }

    /// Whether any of them was started and not stopped since, alive or not.
    public boolean anyKnown() {
        return names().stream().anyMatch(pids::has);
    }

    /// Whether a part lives.
    public boolean isAlive(String name) {
        return pids.alive(name).isPresent();
    }

    /// Starts the broker unless it lives.
    public void startBroker(int port, int controllerPort) {
        if (!isAlive(Broker.NAME)) {
            new ChildJvm(Broker.NAME, "256m")
                    .launch(
                            folder,
                            List.of("-Dlogback.configurationFile=parlor-broker.xml"),
                            BrokerMain.class.getName(),
                            List.of(
                                    folder.kafka().toString(),
                                    Integer.toString(port),
                                    Integer.toString(controllerPort)),
                            Map.of());
        }
    }

    /// Starts every service that does not live.
    public void startServices(ServiceSettings settings) {
        for (var service : Service.values()) {
            if (!isAlive(service.key())) {
                new ChildJvm(service.key(), service == Service.GATEWAY ? "256m" : "160m")
                        .launch(
                                folder,
                                List.of(),
                                service.mainClass(),
                                settings.arguments(service),
                                settings.secrets(service));
            }
        }
    }

    /// Stops every service, whoever started it, and waits for their end.
    public void stopServices() {
        stop(Service.keys());
    }

    /// Stops the broker, whoever started it, and waits for its end.
    public void stopBroker() {
        stop(List.of(Broker.NAME));
    }

    private void stop(List<String> names) {
        var ends = names.stream()
                .flatMap(name -> pids.alive(name).stream())
                .map(Processes::end)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends).join();
        names.forEach(pids::remove);
    }

    private static CompletableFuture<Void> end(ProcessHandle process) {
        process.destroy();
        return CompletableFuture.runAsync(() -> {
            if (!endsWithin(process, STOP_PATIENCE)) {
                process.destroyForcibly();
            }
        });
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            // looked at rather than waited for: one whose parent is gone may never be reported as ended
            while (PidFiles.lives(process) && System.nanoTime() < deadline) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !PidFiles.lives(process);
    }

    /// The names of all parts that are processes here, in the order in which they start.
    public static List<String> names() {
        return Stream.concat(Stream.of(Broker.NAME), Service.keys().stream()).toList();
    }
}
