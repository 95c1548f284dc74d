package chat.parlor.local;

import chat.parlor.local.broker.Broker;
import chat.parlor.local.folder.FolderLock;
import chat.parlor.local.folder.PidFiles;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import chat.parlor.local.service.Contexts;
import chat.parlor.local.service.Processes;
import chat.parlor.local.service.Service;
import org.jspecify.annotations.Nullable;

/// Broker and services in this JVM, the database beside it.
final class OneJvm implements Stack {
    /// The name of its process id and log files.
    static final String NAME = "parlor";

    private final Command.Start command;
    private final Site site;
    private final Terminal terminal;

    /// Held from the start to the end, so that no second launcher touches the folder.
    private @Nullable FolderLock lock;

    private volatile @Nullable Broker broker;
    private volatile @Nullable Contexts contexts;

    OneJvm(Command.Start command, Site site, Terminal terminal) {
        this.command = command;
        this.site = site;
        this.terminal = terminal;
    }

    @Override
    public void start() {
        lock = FolderLock.alone(site.folder());
        requireNoProcesses();
        givePorts();
        new PidFiles(site.folder()).write(NAME, ProcessHandle.current().pid());
        Together.run(this::startBroker, this::startDatabase);
        startServices();
    }

    @Override
    public void stop() {
        if (lock == null) {
            return;
        }
        var services = contexts;
        if (services != null) {
            services.stop();
        }
        var kafka = broker;
        if (kafka != null) {
            kafka.stop();
        }
        site.database().stop();
        new PidFiles(site.folder()).remove(NAME);
    }

    @Override
    public boolean stoppedByOthers() {
        return false;
    }

    private void requireNoProcesses() {
        if (new Processes(site.folder()).anyAlive()) {
            throw new Refused(
                    Reason.ALREADY_RUNNING,
                    "Parlor already runs on " + site.folder().root()
                            + " as processes; stop it first (./parlor stop --data "
                            + site.folder().root() + ")");
        }
    }

    private void givePorts() {
        Ports.requireFree(command.port());
        site.ports().set(Service.GATEWAY.key(), command.port());
        site.givePortToDatabase();
        site.givePortsToBroker();
        Service.keys().stream()
                .filter(name -> !name.equals(Service.GATEWAY.key()))
                .forEach(site.ports()::ensureFree);
    }

    private void startDatabase() {
        var began = System.nanoTime();
        site.startDatabase();
        terminal.done("database", began);
    }

    private void startBroker() {
        var began = System.nanoTime();
        broker = Broker.start(
                site.folder(), site.ports().of(Broker.NAME), site.ports().of(Broker.CONTROLLER));
        terminal.done("broker", began);
    }

    private void startServices() {
        var began = System.nanoTime();
        var starting = new Contexts(site.settings(command));
        contexts = starting;
        starting.start();
        Health.await("the gateway", site.url() + Health.PATH, () -> false);
        terminal.done("services", began);
    }
}
