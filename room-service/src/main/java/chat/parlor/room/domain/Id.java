package chat.parlor.room.domain;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What an id looks like, whoever's it is. Anything else is not looked up anywhere: it cannot exist.
public final class Id {

    private static final Predicate<String> SHAPE =
            Pattern.compile("[A-Za-z0-9_-]{1,64}").asMatchPredicate();

    private Id() {}

    /// Whether `text` can be an id.
    public static boolean is(String text) {
        return SHAPE.test(text);
    }
}
