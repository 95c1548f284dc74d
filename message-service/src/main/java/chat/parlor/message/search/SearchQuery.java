package chat.parlor.message.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What somebody looks for.
///
/// @param terms what it has to say; may be empty
/// @param author whose it is, or null for anybody's
/// @param kind what it is, or null for anything
/// @param from not before this, or null
/// @param to before this, or null
/// @param before only what arrived before this place of the index: where the page before ended
/// @param limit messages on a page
record SearchQuery(
        Terms terms,
        @Nullable String author,
        @Nullable Kind kind,
        @Nullable Instant from,
        @Nullable Instant to,
        long before,
        int limit) {

    private static final long WEEK_SECONDS = 604_800;
    /// So many weeks are looked for one by one; a longer time only leaves out what is found outside of it.
    private static final long MOST_WEEKS = 260;

    /// What a message is.
    enum Kind {
        /// Without a file.
        TEXT,
        /// With a picture.
        IMAGE,
        /// With another file.
        FILE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether there is anything to go by.
    boolean isEmpty() {
        return terms.isEmpty() && author == null && kind == null && from == null && to == null;
    }

    /// What the index has to say of a hit in one of the blocks `first` to `last`.
    String inBlocks(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(block -> Long.toHexString(block) + "/")
                .map(this::inBlock)
                .collect(Collectors.joining(" | "));
    }

    private String inBlock(String block) {
        if (terms.isEmpty()) {
            return mark("=b" + block);
        }
        var marks = new ArrayList<String>();
        terms.whole().forEach(word -> marks.add(mark(block + word)));
        if (terms.open()) {
            marks.add(mark(block + terms.beginning()) + ":*");
        }
        return "(" + String.join(" & ", marks) + ")";
    }

    /// What the index has to say of a hit in any block, for somebody who can see `scope`; empty for nothing.
    String everywhere(List<String> scope) {
        var all = new ArrayList<String>();
        if (author != null) {
            all.add(mark("=a" + author));
        }
        if (kind != null) {
            all.add(mark("=k" + kind.wire()));
        }
        var weeks = weeks();
        if (!weeks.isEmpty()) {
            all.add(oneOf(weeks));
        }
        if (!scope.isEmpty()) {
            all.add(oneOf(scope));
        }
        return String.join(" & ", all);
    }

    private List<String> weeks() {
        if (from == null || to == null || !from.isBefore(to)) {
            return List.of();
        }
        var first = Math.floorDiv(from.getEpochSecond(), WEEK_SECONDS);
        var last = Math.floorDiv(to.getEpochSecond(), WEEK_SECONDS);
        return last - first >= MOST_WEEKS
                ? List.of()
                : LongStream.rangeClosed(first, last)
                        .mapToObj(week -> "=w" + week)
                        .toList();
    }

    private static String oneOf(List<String> marks) {
        return marks.stream().map(SearchQuery::mark).collect(Collectors.joining(" | ", "(", ")"));
    }

    /// As a `tsquery` reads it. Ids can hold any sign, words none.
    private static String mark(String mark) {
        return "'" + mark.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
