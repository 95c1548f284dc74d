package chat.parlor.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The options of a benchmark: `--name value` pairs.
final class Options {
    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /// Reads the words after the benchmark's name.
    ///
    /// @throws Unusable for a name that is not known or has no value
    static Options parse(List<String> words, Set<String> known) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i += 2) {
            var name = words.get(i).startsWith("--") ? words.get(i).substring(2) : "";
            if (!known.contains(name)) {
                throw new Unusable("unknown option: " + words.get(i));
            }
            if (i + 1 == words.size()) {
                throw new Unusable(words.get(i) + ": a value is missing");
            }
            values.put(name, words.get(i + 1));
        }
        return new Options(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// A whole number of at least 1.
    ///
    /// @throws Unusable for anything else
    int count(String name, int otherwise) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[1-9][0-9]{0,7}")) {
            return Integer.parseInt(text);
        }
        throw new Unusable("--" + name + ": " + text + " (expected: a number of at least 1)");
    }

    /// Whole numbers of at least 1, with commas between them.
    ///
    /// @throws Unusable for anything else
    List<Integer> counts(String name, List<Integer> otherwise) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[1-9][0-9]{0,6}(,[1-9][0-9]{0,6}){0,20}")) {
            return Stream.of(text.split(",", -1)).map(Integer::valueOf).toList();
        }
        throw new Unusable("--" + name + ": " + text + " (expected: numbers of at least 1, as in 100,500)");
    }
}
