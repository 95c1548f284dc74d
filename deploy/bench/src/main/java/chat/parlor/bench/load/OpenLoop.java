package chat.parlor.bench.load;

import chat.parlor.bench.client.Unexpected;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends messages when they are due, whatever became of those before them.
public final class OpenLoop {
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final Stage stage;
    private final Plan plan;
    private final Sender sender;
    private final Tally tally;
    private final long first;

    /// How many were sent.
    private int sent;
    /// Whether nobody waits for the rest any more.
    private boolean over;

    private OpenLoop(Stage stage, Plan plan, Sender sender) {
        this.stage = stage;
        this.plan = plan;
        this.sender = sender;
        this.first = stage.take(plan.messages());
        this.tally = new Tally(plan, first);
    }

    /// How a message is sent.
    @FunctionalInterface
    public interface Sender {
        /// Sends one at once.
        ///
        /// @param index counts from 0 in each plan, to choose who sends it
        /// @param number the message's own
        void send(int index, long number);
    }

    /// Carries out a plan; returns when all is there, or does not come any more.
    public static Tally run(Stage stage, Plan plan, Sender sender) {
        return new OpenLoop(stage, plan, sender).run();
    }

    private Tally run() {
        stage.listen(tally);
        stage.onLoop(() -> tally.begin(System.nanoTime()));
        stage.later(0, this::step);
        var longest = Duration.ofSeconds(plan.warmUp() + plan.seconds()).plus(DRAIN);
        try {
            tally.complete().get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException incomplete) {
            // told by what is missing
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
        stage.onLoop(() -> over = true);
        return tally;
    }

    private void step() {
        while (sent < plan.messages() && tally.due(sent) <= System.nanoTime()) {
            send(sent);
            sent++;
        }
        if (sent < plan.messages()) {
            stage.later(Math.max(0, tally.due(sent) - System.nanoTime()), this::step);
        }
    }

    private void send(int index) {
        sender.send(index, first + index);
        if (plan.repeats()) {
            stage.later(TimeUnit.SECONDS.toNanos(plan.repeatAfter()), () -> repeat(index));
        }
    }

    private void repeat(int index) {
        if (!over && !tally.isAcknowledged(index)) {
            tally.repeated();
            send(index);
        }
    }
}
