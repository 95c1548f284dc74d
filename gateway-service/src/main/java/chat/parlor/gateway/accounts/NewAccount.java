package chat.parlor.gateway.accounts;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.frame.Unicode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an administrator sends to create an account. Checked by [#checked].
record NewAccount(
        @Nullable String name,
        @Nullable String email,
        @Nullable String password,
        @Nullable List<@Nullable String> roles) {

    private static final int NAME_CHARS = 80;
    private static final int EMAIL_CHARS = 254;
    private static final int PASSWORD_LEAST = 8;
    private static final int PASSWORD_MOST = 200;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:\\p{Cntrl}\\p{Cs}]{1,64}@[A-Za-z0-9.-]*[A-Za-z0-9]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /// A request whose every field fits, trimmed.
    record Checked(String name, String email, String password, List<String> roles) {}

    /// The same, trimmed, with every field in place.
    ///
    /// @throws AccountRefusal.Invalid naming every field that does not fit
    Checked checked() {
        var errors = new ArrayList<FieldError>();
        var checked = new Checked(
                checkedName(name == null ? "" : name.strip(), errors),
                checkedEmail(email == null ? "" : email.strip(), errors),
                checkedPassword(password == null ? "" : password, errors),
                checkedRoles(roles, errors));
        if (!errors.isEmpty()) {
            throw new AccountRefusal.Invalid(errors);
        }
        return checked;
    }

    private static String checkedName(String name, List<FieldError> errors) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_CHARS) {
            errors.add(new FieldError("name", "1 to " + NAME_CHARS + " characters"));
        } else if (UNSEEN.matcher(name).find()) {
            errors.add(new FieldError("name", "no control or invisible characters"));
        }
        return name;
    }

    private static String checkedEmail(String email, List<FieldError> errors) {
        if (email.length() > EMAIL_CHARS || !EMAIL.matcher(email).matches()) {
            errors.add(new FieldError("email", "an e-mail address of at most " + EMAIL_CHARS + " characters"));
        }
        return email;
    }

    private static String checkedPassword(String password, List<FieldError> errors) {
        if (password.length() < PASSWORD_LEAST || password.length() > PASSWORD_MOST) {
            errors.add(new FieldError("password", PASSWORD_LEAST + " to " + PASSWORD_MOST + " characters"));
        } else if (!Unicode.sound(password)) {
            errors.add(new FieldError("password", "whole characters"));
        }
        return password;
    }

    private static List<String> checkedRoles(@Nullable List<@Nullable String> roles, List<FieldError> errors) {
        var known = new ArrayList<String>();
        for (var role : roles == null ? List.<@Nullable String>of() : roles) {
            if (role == null || Role.named(role).isEmpty()) {
                errors.add(new FieldError("roles", "each one of " + String.join(", ", Role.names())));
                return List.of();
            }
            if (!known.contains(role)) {
                known.add(role);
            }
        }
        if (known.isEmpty()) {
            errors.add(new FieldError("roles", "at least one of " + String.join(", ", Role.names())));
        }
        return known;
    }
}
