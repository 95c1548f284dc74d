package chat.parlor.message.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What the index has to say of a message that is looked for, in the language of PostgreSQL's `tsquery`.
///
/// @param query what is looked for
/// @param scope one of these marks has to be there too, whatever the block; empty when none has to
record Marks(SearchQuery query, List<String> scope) {

    /// Blocks asked for at once, unless what holds for all blocks is longer. PostgreSQL weighs the keys of one question
    /// against each other, each against all, so 512 blocks cost 53 ms in one question and 3 ms in sixteen.
    private static final int AT_ONCE = 32;

    private static final long WEEK_SECONDS = 604_800;

    /// So many weeks are looked for one by one; a longer time only leaves out what is found outside of it.
    private static final long MOST_WEEKS = 260;

    Marks {
        scope = List.copyOf(scope);
    }

    /// Fits what is looked for in the blocks `first` to `last`: one of these does.
    List<String> in(long first, long last) {
        var weeks = weeks();
        var everywhere = everywhere(weeks);
        var atOnce = Math.max(AT_ONCE, scope.size() + weeks.size());
        return LongStream.iterate(first, block -> block <= last, block -> block + atOnce)
                .mapToObj(block -> inBlocks(block, Math.min(last, block + atOnce - 1)))
                .map(blocks ->
                        Stream.concat(Stream.of(blocks), everywhere.stream()).collect(Collectors.joining(" & ")))
                .toList();
    }

    private String inBlocks(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(block -> inBlock(Long.toHexString(block) + "/"))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    private String inBlock(String block) {
        var terms = query.terms();
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

    private List<String> everywhere(List<String> weeks) {
        var all = new ArrayList<String>();
        if (query.author() != null) {
            all.add(mark("=a" + query.author()));
        }
        if (query.kind() != null) {
            all.add(mark("=k" + query.kind().wire()));
        }
        if (!weeks.isEmpty()) {
            all.add(oneOf(weeks));
        }
        if (!scope.isEmpty()) {
            all.add(oneOf(scope));
        }
        return all;
    }

    private List<String> weeks() {
        var from = query.from();
        var to = query.to();
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
        return marks.stream().map(Marks::mark).collect(Collectors.joining(" | ", "(", ")"));
    }

    /// As a `tsquery` reads it. Ids can hold any sign, words none.
    private static String mark(String mark) {
        return "'" + mark.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
