package chat.parlor.message.search;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.message.access.Checks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what is asked for from the parameters of a request.
@Component
class SearchRequest {

    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_NUMBER = 18;
    /// A sign can stand for many letters, and the database takes no word of more than 2,046 bytes, nor a question of
    /// more than a million: the words once for each block of a look.
    private static final int MOST_BYTES = 1_500;

    private final SearchProperties properties;

    SearchRequest(SearchProperties properties) {
        this.properties = properties;
    }

    /// Fails with [SearchRefusal.BadQuery] naming each parameter that makes no sense.
    SearchQuery read(Map<String, String> parameters) {
        var errors = new ArrayList<FieldError>();
        var query = new SearchQuery(
                terms(parameters.getOrDefault("q", ""), errors),
                known(parameters, "author", SearchRequest::author, errors),
                known(parameters, "kind", SearchRequest::kind, errors),
                known(parameters, "from", SearchRequest::time, errors),
                known(parameters, "to", SearchRequest::time, errors),
                before(parameters, errors),
                limit(parameters, errors));
        if (errors.isEmpty() && query.isEmpty()) {
            errors.add(new FieldError("q", "expected: words, or an author, a kind or a time"));
        }
        if (!errors.isEmpty()) {
            throw new SearchRefusal.BadQuery(errors);
        }
        return query;
    }

    /// What goes on before `place`.
    static String cursor(long place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(place).getBytes(StandardCharsets.US_ASCII));
    }

    private Terms terms(String typed, List<FieldError> errors) {
        if (typed.codePointCount(0, typed.length()) > properties.characters() || !Checks.isStorable(typed)) {
            errors.add(new FieldError("q", "expected: at most " + properties.characters() + " characters"));
            return new Terms(List.of(), false);
        }
        var terms = Terms.of(typed);
        if (terms.count() > properties.words()) {
            errors.add(new FieldError("q", "expected: at most " + properties.words() + " words"));
        }
        if (terms.bytes() > MOST_BYTES) {
            errors.add(new FieldError("q", "expected: shorter words"));
        }
        if (terms.isEmpty() && !typed.isBlank()) {
            errors.add(new FieldError("q", "expected: letters or digits"));
        }
        return terms;
    }

    private static <T> @Nullable T known(
            Map<String, String> parameters, String name, Function<String, @Nullable T> read, List<FieldError> errors) {
        var text = parameters.get(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        var value = read.apply(text);
        if (value == null) {
            errors.add(new FieldError(name, "unknown value"));
        }
        return value;
    }

    private static @Nullable String author(String text) {
        return Checks.isId(text) ? text : null;
    }

    private static SearchQuery.@Nullable Kind kind(String text) {
        return Arrays.stream(SearchQuery.Kind.values())
                .filter(kind -> kind.wire().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant time(String text) {
        try {
            return Checks.time("time", Instant.parse(text));
        } catch (DateTimeParseException | IllegalArgumentException noTime) {
            return null;
        }
    }

    private static long before(Map<String, String> parameters, List<FieldError> errors) {
        var place = known(parameters, "cursor", SearchRequest::place, errors);
        return place == null ? Long.MAX_VALUE : place;
    }

    private static @Nullable Long place(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return plain.length() <= LONGEST_NUMBER && plain.matches("[0-9]+") ? Long.valueOf(plain) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private int limit(Map<String, String> parameters, List<FieldError> errors) {
        var text = parameters.get("limit");
        if (text == null) {
            return properties.page();
        }
        var limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_PAGE) {
            errors.add(new FieldError("limit", "expected: 1 to " + LARGEST_PAGE));
        }
        return limit;
    }
}
