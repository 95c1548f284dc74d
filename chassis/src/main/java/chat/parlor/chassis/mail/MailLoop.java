package chat.parlor.chassis.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Hands waiting mails to the server, the oldest that is due first. A mail is claimed for as long as sending may take,
/// without an open transaction: of several nodes one sends it, and after a crash another does.
final class MailLoop implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MailLoop.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(10);
    /// How much longer than sending a claim holds, so that what was sent can be written down.
    private static final Duration CLAIM_MARGIN = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

    private final MailTable table;
    private final MailSeal seal;
    private final Smtp smtp;
    private final MailProperties properties;
    private final Backoff backoff;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Semaphore wakes = new Semaphore(0);
    private volatile Thread thread = Thread.ofPlatform().name("mail").unstarted(this);
    private volatile boolean running;

    MailLoop(MailTable table, MailSeal seal, Smtp smtp, MailProperties properties, MeterRegistry meters, Clock clock) {
        this.table = table;
        this.seal = seal;
        this.smtp = smtp;
        this.properties = properties;
        this.backoff = new Backoff(properties.firstWait(), properties.longestWait(), RandomGenerator.getDefault());
        this.meters = meters;
        this.clock = clock;
    }

    /// Something was committed.
    void wake() {
        wakes.release();
    }

    @Override
    public void run() {
        var pause = LOOK;
        while (running) {
            try {
                rest(pause);
                pause = sendDue();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("mail: nothing sent, trying again: {}", failure.toString());
                pause = LOOK;
            }
        }
    }

    /// A pause that is longer than [#LOOK] was taken because the server is away: new mail does not end it.
    private void rest(Duration pause) throws InterruptedException {
        if (pause.compareTo(LOOK) > 0) {
            var end = clock.instant().plus(pause);
            while (running && clock.instant().isBefore(end)) {
                wakes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        } else {
            wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
        wakes.drainPermits();
    }

    /// Sends what is due, until nothing is or the server is away; tells how long to rest.
    private Duration sendDue() throws InterruptedException {
        for (var mail = next(); running && mail != null; mail = next()) {
            var posted = post(mail);
            settle(mail, posted);
            if (posted instanceof Posted.Away) {
                return backoff.after(mail.attempts());
            }
        }
        return LOOK;
    }

    private MailTable.@Nullable Waiting next() {
        var now = clock.instant();
        var until = now.plus(properties.sendTimeout()).plus(CLAIM_MARGIN);
        return table.claim(now, until).block(QUERY_TIMEOUT);
    }

    private Posted post(MailTable.Waiting mail) throws InterruptedException {
        try {
            return smtp.post(mail.id(), seal.open(mail.id(), mail.sealed()));
        } catch (MailSeal.Broken unreadable) {
            return new Posted.Refused(Objects.requireNonNull(unreadable.getMessage()));
        }
    }

    private void settle(MailTable.Waiting mail, Posted posted) {
        switch (posted) {
            case Posted.Taken taken -> done(mail, "sent");
            case Posted.Refused refused -> givenUp(mail, "refused", refused.why());
            case Posted.Later later -> again(mail, later.why());
            case Posted.Away away -> again(mail, away.why());
        }
    }

    private void again(MailTable.Waiting mail, String why) {
        var now = clock.instant();
        if (!now.isBefore(mail.lastAt())) {
            givenUp(mail, "expired", why);
            return;
        }
        count("delayed");
        var next = earlier(now.plus(backoff.after(mail.attempts())), mail.lastAt());
        LOG.warn("mail {}: attempt {} failed, next at {}: {}", mail.id(), mail.attempts(), next, why);
        table.postpone(mail, next).block(QUERY_TIMEOUT);
    }

    private void givenUp(MailTable.Waiting mail, String result, String why) {
        LOG.error("mail {}: given up after {} attempts: {}", mail.id(), mail.attempts(), why);
        done(mail, result);
    }

    private void done(MailTable.Waiting mail, String result) {
        table.remove(mail).block(QUERY_TIMEOUT);
        count(result);
    }

    private void count(String result) {
        meters.counter("parlor.mail", "result", result).increment();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("mail").start(this);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            if (!thread.join(STOP_TIMEOUT)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
