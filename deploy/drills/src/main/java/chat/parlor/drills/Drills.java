package chat.parlor.drills;

import chat.parlor.drills.fault.Catalogue;
import chat.parlor.drills.fault.Drill;
import chat.parlor.drills.member.People;
import chat.parlor.drills.stack.Stack;
import chat.parlor.drills.stack.Unexpected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What `./parlor drill` runs.
public final class Drills {
    private static final int USAGE = 2;
    private static final int FAILED = 1;
    private static final int SHOWN = 10;

    private Drills() {}

    /// Runs what is asked for. Exit code 0 means that every drill held.
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> words) {
        try {
            if (words.equals(List.of("--list"))) {
                Catalogue.all().forEach(drill -> System.out.printf("%-26s %s%n", drill.name(), drill.about()));
                return 0;
            }
            return run(Options.parse(words));
        } catch (Unusable unusable) {
            System.err.println("parlor drill: " + unusable.getMessage());
            return USAGE;
        } catch (Unexpected unexpected) {
            System.err.println("parlor drill: " + unexpected.getMessage());
            return FAILED;
        }
    }

    private static int run(Options options) {
        var root = Path.of(System.getProperty("parlor.root", "."));
        System.out.printf(
                "Starting a stack for %d members in %d rooms, %d messages a second, seed %d ...%n",
                options.size().clients(), options.size().rooms(), options.size().rate(), options.seed());
        var stack = Stack.start(root);
        boolean held;
        try {
            held = all(options, stack);
        } finally {
            stack.close();
        }
        if (held) {
            delete(stack.folder());
        } else {
            System.out.println("logs and files are kept in " + stack.folder());
        }
        return held ? 0 : FAILED;
    }

    private static boolean all(Options options, Stack stack) {
        var rows = new ArrayList<Row>();
        try (var people = new People(stack.url())) {
            people.take(options.size().clients());
            System.out.println(Row.HEADER);
            for (var drill : options.drills()) {
                one(options, stack, people, drill, options.seed()).ifPresent(rows::add);
            }
            var random = new Random(options.seed());
            var deadline = System.nanoTime() + options.random().toNanos();
            for (long i = 1; System.nanoTime() < deadline; i++) {
                var drills = Catalogue.all();
                one(options, stack, people, drills.get(random.nextInt(drills.size())), options.seed() + i)
                        .ifPresent(rows::add);
            }
        }
        var held = rows.stream().filter(Row::held).count();
        System.out.printf("%d passed, %d failed%n", held, rows.size() - held);
        return held == rows.size();
    }

    private static Optional<Row> one(Options options, Stack stack, People people, Drill drill, long seed) {
        var obstacle = drill.obstacle();
        if (obstacle.isPresent()) {
            System.out.printf("%-26s skipped: %s%n", drill.name(), obstacle.get());
            return Optional.empty();
        }
        var row = new Rehearsal(stack, people, options.size(), seed).run(drill);
        System.out.println(row);
        row.violations().stream().limit(SHOWN).forEach(violation -> System.out.println("    " + violation));
        row.surprises().forEach(surprise -> System.out.println("    " + surprise));
        row.leaks().forEach(leak -> System.out.println("    " + leak));
        return Optional.of(row);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException leftBehind) {
            System.err.println("left behind: " + folder);
        }
    }
}
