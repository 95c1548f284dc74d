package chat.parlor.local.service;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The services as contexts of this JVM, started and stopped side by side.
public final class Contexts {
    private static final Logger log = LoggerFactory.getLogger(Contexts.class);

    private static final int ATTEMPTS = 3;

    private final ServiceSettings settings;
    private final Queue<ConfigurableApplicationContext> running = new ConcurrentLinkedQueue<>();
    private final Queue<Refused> failures = new ConcurrentLinkedQueue<>();

    /// Contexts with these settings.
    public Contexts(ServiceSettings settings) {
        this.settings = settings;
    }

    /// Starts all services; returns when each of them has started.
    ///
    /// @throws Refused naming the first service that did not start, and why
    public void start() {
        join(Arrays.stream(Service.values())
                .map(service ->
                        Thread.ofPlatform().name("start-" + service.key()).start(() -> start(service)))
                .toList());
        var failure = failures.peek();
        if (failure != null) {
            throw failure;
        }
    }

    /// Stops what was started, side by side.
    public void stop() {
        var threads = new ArrayList<Thread>();
        for (var context = running.poll(); context != null; context = running.poll()) {
            threads.add(Thread.ofPlatform().start(context::close));
        }
        join(threads);
    }

    private void start(Service service) {
        for (int attempt = 1; ; attempt++) {
            try {
                running.add(run(service));
                return;
            } catch (Throwable failure) {
                // also what is no Exception, such as a class that cannot be loaded: it is told and everything is
                // stopped
                log.error("{}-service did not start", service.key(), failure);
                if (attempt == ATTEMPTS || !isTimeout(failure)) {
                    failures.add(new Refused(
                            Reason.FAILED, service.key() + "-service did not start: " + rootCause(failure)));
                    return;
                }
            }
        }
    }

    private ConfigurableApplicationContext run(Service service) throws Throwable {
        var arguments = settings.arguments(service);
        settings.secrets(service).forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return builder(service)
                // we stop the services ourselves, before broker and database
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .run(arguments.toArray(String[]::new));
    }

    /// On a busy machine the first answer of database or broker can take longer than a service waits.
    private static boolean isTimeout(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("Timeout")) {
                return true;
            }
        }
        return false;
    }

    private static SpringApplicationBuilder builder(Service service) throws Throwable {
        var type = Class.forName(service.mainClass());
        var method = MethodHandles.publicLookup()
                .findStatic(type, "builder", MethodType.methodType(SpringApplicationBuilder.class));
        return (SpringApplicationBuilder) method.invokeExact();
    }

    private static String rootCause(Throwable failure) {
        var cause = failure;
        for (var next = cause.getCause(); next != null; next = cause.getCause()) {
            cause = next;
        }
        var message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static void join(List<Thread> threads) {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
