package chat.parlor.gateway.links;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.accounts.AccountFields;
import chat.parlor.gateway.accounts.AccountRefusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an administrator sends to invite somebody. Checked by [#checked].
///
/// @param name none when the invited person shall say it
record Invitation(
        @Nullable String email,
        @Nullable String name,
        @Nullable List<@Nullable String> roles) {

    /// A request whose every field fits, trimmed.
    record Checked(String email, @Nullable String name, List<String> roles) {}

    /// The same, trimmed, with every field in place; fails with [AccountRefusal].
    Checked checked() {
        var errors = new ArrayList<FieldError>();
        var named = name != null && !name.isBlank();
        var checked = new Checked(
                AccountFields.email(email, errors),
                named ? AccountFields.name(name, errors) : null,
                AccountFields.roles(roles, errors));
        AccountRefusal.failOn(errors);
        return checked;
    }
}
