package chat.parlor.local;

import chat.parlor.local.folder.PidFiles;
import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import chat.parlor.local.service.Processes;
import java.nio.file.Path;
import java.util.List;

/// What `./parlor start`, `stop` and `rebuild` run.
public final class Launcher {
    private final Terminal terminal;

    private Launcher(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Does what the command line says and ends with an exit code of [Refused.Reason].
    public static void main(String[] args) {
        var terminal = new Terminal(System.out, System.err);
        var data = Path.of(System.getProperty("parlor.data", "data")).toAbsolutePath();
        System.exit(new Launcher(terminal).run(data, List.of(args)));
    }

    private int run(Path defaultData, List<String> args) {
        try {
            return run(Arguments.parse(defaultData, args));
        } catch (Refused refused) {
            terminal.complain(refused.getMessage());
            return refused.reason().exitCode();
        }
    }

    private int run(Command command) {
        return switch (command) {
            case Command.Help() -> help();
            case Command.Start start -> new Foreground(terminal).run(start);
            case Command.Train(Path data) -> new Foreground(terminal).train(data);
            case Command.Stop(Path data) -> stop(data);
            case Command.Rebuild(ReadModel model, Path data) -> new Rebuild(Site.open(data), terminal).run(model);
        };
    }

    private int help() {
        terminal.say(Arguments.USAGE);
        return 0;
    }

    private int stop(Path data) {
        var site = Site.open(data);
        var pids = new PidFiles(site.folder());
        var one = pids.alive(OneJvm.NAME);
        if (one.isPresent()) {
            one.get().destroy();
            one.get().onExit().join();
        }
        ManyJvms.stopAll(site, new Processes(site.folder()));
        pids.remove(OneJvm.NAME);
        terminal.say("Parlor is stopped.");
        return 0;
    }

    /// The line every failure without words of its own ends in.
    static Refused unexpected(Throwable failure, Path log) {
        return new Refused(
                Reason.FAILED,
                "stopped by an unexpected error: " + failure.getClass().getSimpleName() + " (log: " + log + ")");
    }
}
