package chat.parlor.drills;

import chat.parlor.drills.fault.Catalogue;
import chat.parlor.drills.fault.Drill;
import chat.parlor.drills.member.Crowd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// What is asked for on the command line.
///
/// @param drills what to run, in this order
/// @param random how long to run drills drawn by lot; zero for those in `drills`
/// @param seed what chance begins with
record Options(List<Drill> drills, Duration random, long seed, Crowd.Size size) {
    private static final Crowd.Size USUAL = new Crowd.Size(40, 10, 100);
    private static final List<String> SHORT = List.of("kill-message", "storm", "kill-postgres");

    Options {
        drills = List.copyOf(drills);
    }

    /// Reads the words after `./parlor drill`.
    ///
    /// @throws Unusable for what is not understood
    static Options parse(List<String> words) {
        var drills = new ArrayList<Drill>();
        var random = Duration.ZERO;
        long seed = 1;
        var size = USUAL;
        for (var rest = words.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            switch (word) {
                case "--all" -> drills.addAll(Catalogue.all());
                case "--short" -> SHORT.forEach(name -> drills.add(named(name)));
                case "--random" -> random = duration(value(word, rest));
                case "--seed" -> seed = number(word, value(word, rest));
                case "--clients" -> size = new Crowd.Size(number(word, value(word, rest)), size.rooms(), size.rate());
                case "--rooms" -> size = new Crowd.Size(size.clients(), number(word, value(word, rest)), size.rate());
                case "--rate" -> size = new Crowd.Size(size.clients(), size.rooms(), number(word, value(word, rest)));
                default -> drills.add(named(word));
            }
        }
        if (drills.isEmpty() && random.isZero()) {
            throw new Unusable("which drill? (expected: names, --all or --random 10m; --list shows all)");
        }
        return new Options(drills, random, seed, size);
    }

    private static Drill named(String name) {
        return Catalogue.named(name).orElseThrow(() -> new Unusable("unknown drill: " + name + " (--list shows all)"));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Unusable(option + ": a value is missing");
        }
        return rest.next();
    }

    private static int number(String option, String text) {
        if (text.matches("[1-9][0-9]{0,6}")) {
            return Integer.parseInt(text);
        }
        throw new Unusable(option + ": " + text + " (expected: a number of at least 1)");
    }

    private static Duration duration(String text) {
        if (text.matches("[1-9][0-9]{0,4}[smh]")) {
            return Duration.parse("PT" + text);
        }
        throw new Unusable("--random: " + text + " (expected: a time such as 90s or 10m)");
    }
}
