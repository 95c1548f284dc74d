package chat.parlor.message.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// The words of a text as they are compared, and where in it they stand. What `folded_of` in the database does, so
/// that what is searched, found and marked is one and the same.
///
/// @param text the text as it was written
/// @param all its words in their order
record Words(String text, List<Word> all) {

    Words {
        all = List.copyOf(all);
    }

    /// A word.
    ///
    /// @param folded without accents, marks and case
    /// @param start where it begins in the text
    /// @param end where it has ended
    record Word(String folded, int start, int end) {}

    static Words of(String text) {
        var reader = new Reader();
        for (int place = 0; place < text.length(); ) {
            var point = text.codePointAt(place);
            var next = place + Character.charCount(point);
            reader.take(point, place, next);
            place = next;
        }
        reader.endWord();
        return new Words(text, reader.words);
    }

    /// The words alone.
    List<String> folded() {
        return all.stream().map(Word::folded).toList();
    }

    /// Collects words while it goes through a text.
    private static final class Reader {
        private static final int ARABIC_ZERO = 0x0660;
        private static final int PERSIAN_ZERO = 0x06F0;
        private static final int DIGITS = 10;

        private final List<Word> words = new ArrayList<>();
        /// The word that is being read; empty between words.
        private final StringBuilder word = new StringBuilder();
        /// Where that word began, and where its last character ended.
        private int start;
        private int end;

        void take(int point, int from, int to) {
            var plain = point < 0x80
                    ? Character.toString(point)
                    : Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
            plain.codePoints().filter(each -> !isMark(each)).forEach(each -> add(digit(each), from, to));
        }

        private void add(int point, int from, int to) {
            if (!isOfWord(point)) {
                endWord();
                return;
            }
            if (word.isEmpty()) {
                start = from;
            }
            word.appendCodePoint(Character.toLowerCase(point));
            end = to;
        }

        void endWord() {
            if (!word.isEmpty()) {
                words.add(new Word(word.toString(), start, end));
                word.setLength(0);
            }
        }

        private static boolean isOfWord(int point) {
            return Character.isAlphabetic(point) || (point >= '0' && point <= '9');
        }

        /// Accents, Arabic vowel signs and the stretching stroke.
        private static boolean isMark(int point) {
            return (point >= 0x0300 && point <= 0x036F)
                    || (point >= 0x0610 && point <= 0x061A)
                    || point == 0x0640
                    || (point >= 0x064B && point <= 0x065F)
                    || point == 0x0670;
        }

        private static int digit(int point) {
            if (point >= ARABIC_ZERO && point < ARABIC_ZERO + DIGITS) {
                return '0' + point - ARABIC_ZERO;
            }
            return point >= PERSIAN_ZERO && point < PERSIAN_ZERO + DIGITS ? '0' + point - PERSIAN_ZERO : point;
        }
    }
}
