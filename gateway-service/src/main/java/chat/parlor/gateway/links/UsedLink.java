package chat.parlor.gateway.links;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.accounts.AccountFields;
import chat.parlor.gateway.accounts.AccountRefusal;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody sends to use a link.
///
/// @param name how the invited person wants to be called; passed over for a reset
record UsedLink(
        @Nullable String token,
        @Nullable String name,
        @Nullable String password) {

    String tokenOrNone() {
        return Objects.requireNonNullElse(token, "");
    }

    /// The name and the password to be, when they fit what the link is for; fails with [AccountRefusal].
    Chosen checked(Link.Purpose purpose) {
        var errors = new ArrayList<FieldError>();
        var chosen = new Chosen(
                purpose == Link.Purpose.invitation ? AccountFields.name(name, errors) : "",
                AccountFields.password(password, errors));
        AccountRefusal.failOn(errors);
        return chosen;
    }

    /// What the person chose.
    record Chosen(String name, String password) {}
}
