package chat.parlor.local;

import chat.parlor.local.broker.Broker;
import chat.parlor.local.database.Database;
import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.folder.Secrets;
import chat.parlor.local.service.Service;
import chat.parlor.local.service.ServiceSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/// A data folder and what is known about it, before anything runs.
record Site(DataFolder folder, Secrets secrets, Ports ports, Database database) {

    /// Opens the data folder of a command.
    static Site open(Path data) {
        var folder = DataFolder.open(data);
        var secrets = new Secrets(folder);
        return new Site(folder, secrets, Ports.load(folder), new Database(folder, secrets, home(folder)));
    }

    /// Where the database's programs are unpacked: beside the jars, for all data folders, if we may write there.
    private static Path home(DataFolder folder) {
        var shared = Path.of(System.getProperty("parlor.home", folder.root().toString()));
        return Files.isWritable(shared) ? shared : folder.root();
    }

    /// Gives the database a port: the one it has, if it outlived its launcher.
    void givePortToDatabase() {
        database.runningOn()
                .ifPresentOrElse(port -> ports.set(Database.NAME, port), () -> ports.ensureFree(Database.NAME));
    }

    /// Gives the broker its two ports.
    void givePortsToBroker() {
        ports.ensureFree(Broker.NAME);
        ports.ensureFree(Broker.CONTROLLER);
    }

    /// Starts the database and gives each service its schema.
    void startDatabase() {
        database.start(ports.of(Database.NAME));
        database.prepare(Service.keys());
    }

    /// What the services are told.
    ServiceSettings settings(Command.Start command) {
        return new ServiceSettings(folder, ports, secrets, command.settings());
    }

    /// Where the gateway answers on this machine.
    String url() {
        return "http://localhost:" + ports.of(Service.GATEWAY.key());
    }
}
