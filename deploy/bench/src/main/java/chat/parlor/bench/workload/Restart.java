package chat.parlor.bench.workload;

import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.load.Plan;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.subject.Redeployable;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The part that stores messages is ended and started again while they come. Messages wait, nobody is cut off; what
/// had no answer in time is sent again, as a client does, and its time counts from when it was due at first.
///
/// @param perSecond messages a second
/// @param seconds how long they come, which has to be longer than a start
public record Restart(int perSecond, int seconds) implements Workload {
    private static final String STEP = "restarted under load";
    /// A little longer than the gateway waits before it tells `unknown-outcome`.
    private static final int REPEAT_AFTER = 6;

    @Override
    public List<Figure> run(Stage stage) {
        if (!(stage.target() instanceof Redeployable target)) {
            throw new Unexpected(stage.target().name() + " cannot be restarted in parts");
        }
        var pairs = Pairs.open(stage, Rate.ROOMS);
        new Meter(stage).run("warm-up", Rate.FIRST, pairs.sender());
        var meter = new Meter(stage);
        var redeployed = CompletableFuture.runAsync(target::redeploy);
        var tally = meter.run(STEP, new Plan(perSecond, 0, seconds, Rate.RECEIVERS, REPEAT_AFTER), pairs.sender());
        redeployed.join();
        meter.add(STEP, "acknowledged max ms", Meter.millis(tally.acknowledgements(), 100));
        meter.add(STEP, "sent again", tally.repetitions());
        return meter.figures();
    }
}
