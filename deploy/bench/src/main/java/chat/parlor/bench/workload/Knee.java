package chat.parlor.bench.workload;

import chat.parlor.bench.load.Plan;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.load.Tally;
import java.util.List;

/// Raises the rate of messages one to one until one in a hundred takes longer than 100 ms to be delivered.
///
/// @param from the first rate
/// @param seconds how long each is measured
public record Knee(int from, int seconds) implements Workload {
    private static final double GROWTH = 1.25;
    private static final double TOO_LONG_MS = 100;

    @Override
    public List<Figure> run(Stage stage) {
        var pairs = Pairs.open(stage, Rate.ROOMS);
        new Meter(stage).run("warm-up", Rate.FIRST, pairs.sender());
        var meter = new Meter(stage);
        double knee = 0;
        for (double rate = from; ; rate *= GROWTH) {
            var plan = new Plan(rate, Rate.WARM_UP, seconds, Rate.RECEIVERS);
            if (!holds(meter.run(Math.round(rate) + "/s", plan, pairs.sender()))) {
                break;
            }
            knee = rate;
        }
        meter.add("knee", "messages/s", knee);
        return meter.figures();
    }

    private static boolean holds(Tally tally) {
        return tally.missing() == 0 && Meter.millis(tally.deliveries(), 99) <= TOO_LONG_MS;
    }
}
