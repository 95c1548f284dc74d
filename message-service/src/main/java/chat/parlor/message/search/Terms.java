package chat.parlor.message.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a message has to say: every word, every phrase word by word, and something that begins like the last word,
/// because it may not be finished.
///
/// @param phrases words that have to stand beside each other; a single word is a phrase of one
/// @param open whether the very last word is only a beginning
record Terms(List<List<String>> phrases, boolean open) {

    Terms {
        phrases = phrases.stream().map(List::copyOf).toList();
    }

    /// Reads what somebody typed; what stands between double quotes is a phrase. A quote without its partner is none.
    static Terms of(String typed) {
        var phrases = new ArrayList<List<String>>();
        var rest = typed.replaceAll("[“”„«»]", "\"");
        var quoted = false;
        for (int quote = rest.indexOf('"'); quote >= 0; quote = rest.indexOf('"')) {
            var part = rest.substring(0, quote);
            var closes = quoted || rest.indexOf('"', quote + 1) >= 0;
            add(phrases, part, quoted && closes);
            quoted = !quoted && closes;
            rest = rest.substring(quote + 1);
        }
        add(phrases, rest, false);
        return new Terms(phrases, !Words.of(rest).all().isEmpty());
    }

    private static void add(List<List<String>> phrases, String part, boolean together) {
        if (together) {
            phrases.add(Words.of(part).folded());
        } else {
            // what is written without a blank, like an address, belongs together
            Stream.of(part.split("\\s+", -1)).map(Words::of).map(Words::folded).forEach(phrases::add);
        }
        phrases.removeIf(List::isEmpty);
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /// Every word that has to be there as it is.
    List<String> whole() {
        var all = phrases.stream().flatMap(List::stream).toList();
        return open ? all.subList(0, all.size() - 1) : all;
    }

    /// What some word has to begin with; empty when there is no such thing.
    String beginning() {
        return open ? phrases.getLast().getLast() : "";
    }

    int count() {
        return phrases.stream().mapToInt(List::size).sum();
    }

    /// How long the words are, as they are sent to the database.
    int bytes() {
        return phrases.stream()
                .flatMap(List::stream)
                .mapToInt(word -> word.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /// Whether all phrases stand in `words` as they should; that all their words are there is known.
    boolean standIn(List<String> words) {
        return phrases.stream().allMatch(phrase -> phrase.size() == 1 || stands(phrase, words));
    }

    private boolean stands(List<String> phrase, List<String> words) {
        for (int start = 0; start + phrase.size() <= words.size(); start++) {
            if (standsAt(start, phrase, words)) {
                return true;
            }
        }
        return false;
    }

    private boolean standsAt(int start, List<String> phrase, List<String> words) {
        for (int place = 0; place < phrase.size(); place++) {
            if (!matches(phrase.get(place), words.get(start + place))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(String wanted, String word) {
        return word.equals(wanted) || (open && wanted.equals(beginning()) && word.startsWith(wanted));
    }

    /// Whether a word is one of those that were asked for.
    boolean hits(String word) {
        return whole().contains(word) || (open && word.startsWith(beginning()));
    }
}
