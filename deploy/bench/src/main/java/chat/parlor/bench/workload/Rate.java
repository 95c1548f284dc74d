package chat.parlor.bench.workload;

import chat.parlor.bench.load.Plan;
import chat.parlor.bench.load.Stage;
import java.util.List;

/// Durable messages one to one, at given rates.
///
/// @param rates messages a second
/// @param seconds how long each is measured
public record Rate(List<Integer> rates, int seconds) implements Workload {
    static final int ROOMS = 100;

    /// Both members have the room open, so that each message is delivered twice.
    static final int RECEIVERS = 2;

    /// A minute lets a JVM compile what every message takes; all targets get it.
    static final Plan FIRST = new Plan(800, 60, 1, RECEIVERS);
    static final int WARM_UP = 3;

    /// Copies its list.
    public Rate {
        rates = List.copyOf(rates);
    }

    @Override
    public List<Figure> run(Stage stage) {
        var pairs = Pairs.open(stage, ROOMS);
        new Meter(stage).run("warm-up", FIRST, pairs.sender());
        var meter = new Meter(stage);
        for (var rate : rates) {
            meter.run(rate + "/s", new Plan(rate, WARM_UP, seconds, RECEIVERS), pairs.sender());
        }
        return meter.figures();
    }
}
