package chat.parlor.gateway.accounts;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Part of the list of accounts.
///
/// @param next where the following page begins; none on the last one
record Page(List<Account> items, @Nullable String next) {

    private static final int MOST = 100;

    Page {
        items = List.copyOf(items);
    }

    /// Cuts `found`, which was asked for one more than `limit`, to a page.
    static Page of(List<Account> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var items = found.subList(0, limit);
        return new Page(items, Position.after(items.getLast()).cursor());
    }

    /// Refuses a limit that is not 1 to 100.
    static int checkedLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new AccountRefusal.Invalid(List.of(new FieldError("limit", "1 to " + MOST)));
        }
        return limit;
    }

    /// The place of an account in the list: by name, then by id.
    record Position(String name, String id) {

        static final Position START = new Position("", "");

        static Position after(Account account) {
            return new Position(account.name(), account.id());
        }

        /// Reads a cursor that [#cursor] made.
        static Position of(@Nullable String cursor) {
            if (cursor == null) {
                return START;
            }
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                var separator = text.indexOf('\n');
                return new Position(text.substring(separator + 1), text.substring(0, separator));
            } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
                throw new AccountRefusal.Invalid(List.of(new FieldError("cursor", "one that this list gave as next")));
            }
        }

        String cursor() {
            var text = id + "\n" + name;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
