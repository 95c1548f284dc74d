package chat.parlor.room.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The words and phrases that tell most about a text, by the rules of RAKE (Rose, Engel, Cramer and Cowley, "Automatic
/// Keyword Extraction from Individual Documents", 2010): phrases lie between the words every sentence has, and a word
/// counts for more the longer the phrases it stands in. Addresses and numbers are no topics: they name persons.
final class Topics {

    static final int MOST = 5;
    private static final int LONGEST_PHRASE = 3;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_WORD = 2;
    private static final Pattern NAMING = Pattern.compile("\\S*(?:://|@|\\p{Nd})\\S*");
    private static final Pattern WORD_OR_BREAK =
            Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*|[^\\p{L}\\p{M}\\s]+|\\n");

    private Topics() {}

    /// A run of words between stop words.
    private record Phrase(List<String> words, String shown) {

        boolean overlaps(Phrase other) {
            return words.stream().anyMatch(other.words::contains);
        }
    }

    /// At most [#MOST] topics of `texts`, the most telling first, as they were first written.
    static List<String> of(List<String> texts) {
        var plain =
                texts.stream().map(text -> NAMING.matcher(text).replaceAll(".")).toList();
        var stopWords = StopWords.of(String.join(" ", plain));
        var phrases = plain.stream()
                .flatMap(text -> phrases(text, stopWords).stream())
                .toList();
        var worth = worthOfWords(phrases);
        var ranked = new LinkedHashMap<List<String>, Phrase>();
        var score = new HashMap<List<String>, Double>();
        for (var phrase : phrases) {
            ranked.putIfAbsent(phrase.words(), phrase);
            score.merge(
                    phrase.words(),
                    phrase.words().stream()
                            .mapToDouble(word -> worth.getOrDefault(word, 0.0))
                            .sum(),
                    Double::sum);
        }
        return distinct(ranked.values().stream()
                .sorted(Comparator.comparing(
                        (Phrase phrase) -> score.getOrDefault(phrase.words(), 0.0), Comparator.reverseOrder()))
                .toList());
    }

    /// The degree of a word (how many words its phrases have together) over how often it occurs.
    private static Map<String, Double> worthOfWords(List<Phrase> phrases) {
        var degree = new HashMap<String, Integer>();
        var times = new HashMap<String, Integer>();
        for (var phrase : phrases) {
            for (var word : phrase.words()) {
                degree.merge(word, phrase.words().size(), Integer::sum);
                times.merge(word, 1, Integer::sum);
            }
        }
        var worth = new HashMap<String, Double>();
        degree.forEach((word, sum) -> worth.put(word, (double) sum / times.getOrDefault(word, 1)));
        return worth;
    }

    /// A word says enough once.
    private static List<String> distinct(List<Phrase> ranked) {
        var chosen = new ArrayList<Phrase>();
        for (var phrase : ranked) {
            if (chosen.size() < MOST && chosen.stream().noneMatch(phrase::overlaps)) {
                chosen.add(phrase);
            }
        }
        return chosen.stream().map(Phrase::shown).toList();
    }

    private static List<Phrase> phrases(String text, StopWords stopWords) {
        var phrases = new ArrayList<Phrase>();
        var run = new ArrayList<String>();
        var match = WORD_OR_BREAK.matcher(text);
        while (match.find()) {
            var word = match.group();
            var tells = tells(word) && !stopWords.holds(word);
            if (!tells || run.size() == LONGEST_PHRASE) {
                end(run, phrases);
            }
            if (tells) {
                run.add(word);
            }
        }
        end(run, phrases);
        return phrases;
    }

    private static boolean tells(String word) {
        return Character.isLetter(word.codePointAt(0))
                && word.length() >= SHORTEST_WORD
                && word.length() <= LONGEST_WORD;
    }

    private static void end(List<String> run, List<Phrase> phrases) {
        if (!run.isEmpty()) {
            var words = run.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
            phrases.add(new Phrase(words, String.join(" ", run)));
            run.clear();
        }
    }
}
