package chat.parlor.message.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a text that was found: plain text, never markup.
///
/// @param text to be shown as it is
/// @param hit true when it is what was looked for
@JsonInclude(JsonInclude.Include.NON_NULL)
record Piece(String text, @Nullable Boolean hit) {

    private static final int BEFORE = 60;
    private static final int LONGEST = 200;
    private static final String CUT = "…";

    /// The part of `words` around the first hit, cut at hits. Without a hit, its beginning.
    static List<Piece> of(Words words, Terms terms) {
        var hits = terms.isEmpty()
                ? List.<Words.Word>of()
                : words.all().stream().filter(word -> terms.hits(word.folded())).toList();
        var text = words.text();
        var from = hits.isEmpty() ? 0 : beginning(words, hits.getFirst().start());
        var to = end(text, from);
        var pieces = new ArrayList<Piece>();
        var done = from;
        for (var hit : hits) {
            if (hit.end() <= to && hit.start() >= done) {
                plain(pieces, text.substring(done, hit.start()));
                pieces.add(new Piece(text.substring(hit.start(), hit.end()), true));
                done = hit.end();
            }
        }
        plain(pieces, text.substring(done, to));
        return cut(pieces, from > 0, to < text.length());
    }

    private static int beginning(Words words, int hit) {
        return hit <= BEFORE
                ? 0
                : words.all().stream()
                        .mapToInt(Words.Word::start)
                        .filter(start -> start >= hit - BEFORE)
                        .findFirst()
                        .orElse(hit);
    }

    private static int end(String text, int from) {
        var to = Math.min(text.length(), from + LONGEST);
        var splits = to < text.length() && Character.isLowSurrogate(text.charAt(to));
        return splits ? to - 1 : to;
    }

    private static void plain(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, null));
        }
    }

    private static List<Piece> cut(List<Piece> pieces, boolean before, boolean after) {
        if (before) {
            pieces.addFirst(new Piece(CUT, null));
        }
        if (after) {
            pieces.add(new Piece(CUT, null));
        }
        return List.copyOf(pieces);
    }
}
