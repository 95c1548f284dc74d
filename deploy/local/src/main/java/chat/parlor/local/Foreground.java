package chat.parlor.local;

import chat.parlor.local.demo.Demo;
import chat.parlor.local.refusal.Refused;
import chat.parlor.local.rehearsal.Rehearsal;
import chat.parlor.local.service.Service;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a stack running until a signal ends it.
final class Foreground {
    private final Terminal terminal;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch signalled = new CountDownLatch(1);

    Foreground(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Starts a stack and returns when it has ended by itself; a signal ends the JVM with code 0.
    int run(Command.Start command) {
        var site = prepare(command.data());
        var stack = command.processes() ? new ManyJvms(command, site, terminal) : new OneJvm(command, site, terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endBySignal(stack), "stop"));
        terminal.say("Starting Parlor, data in " + site.folder().root());
        guarded(site, stack, () -> start(command, site, stack));
        awaitEnd(stack);
        stopped.set(true);
        terminal.say("Parlor was stopped by another launcher.");
        return 0;
    }

    /// Starts everything once on a scratch folder, uses it as the demo and a conversation do, and stops it.
    int train(Path data) {
        var site = prepare(data);
        site.ports().ensureFree(Service.GATEWAY.key());
        var port = site.ports().of(Service.GATEWAY.key());
        var stack = new OneJvm(new Command.Start(port, data, false, false, Rehearsal.SETTINGS), site, terminal);
        // without halting: at its end this JVM writes the cache
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopOnce(stack), "stop"));
        guarded(site, stack, stack::start);
        use(site);
        stopOnce(stack);
        return 0;
    }

    private void use(Site site) {
        try {
            var demo = new Demo(site.url(), site.secrets());
            demo.add();
            new Rehearsal(site.url()).talk(demo.administrator());
        } catch (Refused slow) {
            // the cache then only knows how to start
            terminal.complain(slow.getMessage());
        }
    }

    private static Site prepare(Path data) {
        var site = Site.open(data);
        // before the first logger is made
        System.setProperty("parlor.log", site.folder().log(OneJvm.NAME).toString());
        return site;
    }

    private void start(Command.Start command, Site site, Stack stack) {
        var newAdministrator = site.secrets().find(Demo.ADMIN_SECRET).isEmpty();
        stack.start();
        var welcome = new Welcome(site, terminal);
        if (newAdministrator) {
            welcome.administrator();
        }
        if (command.demo()) {
            new Demo(site.url(), site.secrets()).add().forEach(terminal::say);
        }
        welcome.addresses();
    }

    private void guarded(Site site, Stack stack, Runnable start) {
        try {
            start.run();
        } catch (Refused refused) {
            leaveToSignal();
            stopOnce(stack);
            throw refused;
        } catch (RuntimeException | Error failure) {
            leaveToSignal();
            logger().error("start failed", failure);
            stopOnce(stack);
            throw Launcher.unexpected(failure, site.folder().log(OneJvm.NAME));
        }
    }

    /// Once a signal came, what fails here only fails because things are being stopped.
    private void leaveToSignal() {
        while (signalled.getCount() == 0) {
            LockSupport.park();
        }
    }

    private void awaitEnd(Stack stack) {
        try {
            while (!signalled.await(1, TimeUnit.SECONDS)) {
                if (stack.stoppedByOthers()) {
                    return;
                }
            }
            leaveToSignal();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void endBySignal(Stack stack) {
        signalled.countDown();
        if (stopped.get()) {
            return;
        }
        terminal.say("Stopping Parlor ...");
        stopOnce(stack);
        terminal.say("Parlor is stopped.");
        Runtime.getRuntime().halt(0);
    }

    private void stopOnce(Stack stack) {
        if (stopped.compareAndSet(false, true)) {
            try {
                stack.stop();
            } catch (RuntimeException failure) {
                logger().error("stop failed", failure);
                terminal.complain("could not stop everything; ./parlor doctor shows what is left");
            }
        }
    }

    private static Logger logger() {
        return LoggerFactory.getLogger(Foreground.class);
    }
}
