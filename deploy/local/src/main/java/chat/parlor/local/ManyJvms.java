package chat.parlor.local;

import chat.parlor.local.broker.Broker;
import chat.parlor.local.database.Database;
import chat.parlor.local.folder.FolderLock;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import chat.parlor.local.service.Processes;
import chat.parlor.local.service.Service;
import chat.parlor.local.service.ServiceSettings;
import org.jspecify.annotations.Nullable;

/// Every part as a process of its own. Starting brings back what is missing and leaves alone what runs; several
/// launchers may stand in the foreground of one folder, and the first to end stops everything.
final class ManyJvms implements Stack {
    private final Command.Start command;
    private final Site site;
    private final Terminal terminal;
    private final Processes processes;

    /// Held from the start to the end, so that nobody starts everything in one JVM meanwhile.
    private @Nullable FolderLock lock;

    ManyJvms(Command.Start command, Site site, Terminal terminal) {
        this.command = command;
        this.site = site;
        this.terminal = terminal;
        this.processes = new Processes(site.folder());
    }

    @Override
    public void start() {
        lock = FolderLock.shared(site.folder());
        FolderLock.inTurn(site.folder(), this::bringBack);
    }

    @Override
    public void stop() {
        if (lock == null) {
            return;
        }
        stopAll(site, processes);
    }

    /// Stops whatever is found on a data folder.
    static void stopAll(Site site, Processes processes) {
        processes.stopServices();
        processes.stopBroker();
        site.database().stop();
    }

    @Override
    public boolean stoppedByOthers() {
        return !processes.anyKnown();
    }

    private void bringBack() {
        givePorts();
        startDatabase();
        startBroker();
        startServices();
    }

    private void givePorts() {
        if (!processes.isAlive(Service.GATEWAY.key())) {
            Ports.requireFree(command.port());
        }
        if (!processes.anyAlive()) {
            site.ports().set(Service.GATEWAY.key(), command.port());
            site.givePortToDatabase();
            site.givePortsToBroker();
            Service.keys().stream()
                    .filter(name -> !name.equals(Service.GATEWAY.key()))
                    .forEach(site.ports()::ensureFree);
            return;
        }
        requireSamePort();
    }

    /// What runs already was told where the rest is, so nothing may move.
    private void requireSamePort() {
        var gateway = site.ports().of(Service.GATEWAY.key());
        if (gateway != command.port()) {
            throw new Refused(
                    Reason.ALREADY_RUNNING,
                    "Parlor already runs on " + site.folder().root() + " with port " + gateway
                            + "; start it with --port "
                            + gateway + ", or stop it first (./parlor stop --data "
                            + site.folder().root() + ")");
        }
    }

    private void startDatabase() {
        if (site.database().runningOn().isEmpty()) {
            var began = System.nanoTime();
            site.startDatabase();
            terminal.done(Database.NAME, began);
        }
    }

    private void startBroker() {
        processes.startBroker(site.ports().of(Broker.NAME), site.ports().of(Broker.CONTROLLER));
    }

    private void startServices() {
        var began = System.nanoTime();
        var settings = site.settings(command);
        processes.startServices(settings);
        Service.keys().stream()
                .filter(name -> !name.equals(Service.GATEWAY.key()))
                .forEach(name -> awaitHealth(name, settings, began));
        // the gateway is well when all others are
        awaitHealth(Service.GATEWAY.key(), settings, began);
    }

    private void awaitHealth(String name, ServiceSettings settings, long began) {
        var url =
                settings.url(name) + (name.equals(Service.GATEWAY.key()) ? Health.PATH : "/actuator/health/readiness");
        var what = name + " (log: " + site.folder().log(name) + ")";
        Health.await(what, url, () -> !processes.isAlive(name));
        terminal.done(name, began);
    }
}
