package chat.parlor.gateway.accounts;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an administrator sends to create an account. Checked by [#checked].
record NewAccount(
        @Nullable String name,
        @Nullable String email,
        @Nullable String password,
        @Nullable List<@Nullable String> roles) {

    /// The same, trimmed, with every field in place.
    ///
    /// @throws AccountRefusal.Invalid naming every field that does not fit
    WantedAccount checked() {
        var errors = new ArrayList<FieldError>();
        var wanted = new WantedAccount(
                AccountFields.name(name, errors),
                AccountFields.email(email, errors),
                AccountFields.password(password, errors),
                AccountFields.roles(roles, errors));
        AccountRefusal.failOn(errors);
        return wanted;
    }
}
