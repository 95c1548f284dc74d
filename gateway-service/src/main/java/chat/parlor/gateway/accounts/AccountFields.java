package chat.parlor.gateway.accounts;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.frame.Unicode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the fields of an account may hold. Each check answers the field, trimmed, and adds what is wrong with it to
/// `errors`.
public final class AccountFields {

    private static final int NAME_CHARS = 80;
    private static final int EMAIL_CHARS = 254;
    private static final int PASSWORD_LEAST = 8;
    private static final int PASSWORD_MOST = 200;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:\\p{Cntrl}\\p{Cs}]{1,64}@[A-Za-z0-9.-]*[A-Za-z0-9]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private AccountFields() {}

    /// A name that can be seen.
    public static String name(@Nullable String given, List<FieldError> errors) {
        var name = given == null ? "" : given.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_CHARS) {
            errors.add(new FieldError("name", "1 to " + NAME_CHARS + " characters"));
        } else if (UNSEEN.matcher(name).find()) {
            errors.add(new FieldError("name", "no control or invisible characters"));
        }
        return name;
    }

    /// An e-mail address.
    public static String email(@Nullable String given, List<FieldError> errors) {
        var email = given == null ? "" : given.strip();
        if (email.length() > EMAIL_CHARS || !EMAIL.matcher(email).matches()) {
            errors.add(new FieldError("email", "an e-mail address of at most " + EMAIL_CHARS + " characters"));
        }
        return email;
    }

    /// A password to be; it is not trimmed.
    public static String password(@Nullable String given, List<FieldError> errors) {
        var password = given == null ? "" : given;
        if (password.length() < PASSWORD_LEAST || password.length() > PASSWORD_MOST) {
            errors.add(new FieldError("password", PASSWORD_LEAST + " to " + PASSWORD_MOST + " characters"));
        } else if (!Unicode.sound(password)) {
            errors.add(new FieldError("password", "whole characters"));
        }
        return password;
    }

    /// At least one role, each once.
    public static List<String> roles(@Nullable List<@Nullable String> given, List<FieldError> errors) {
        var known = new ArrayList<String>();
        for (var role : given == null ? List.<@Nullable String>of() : given) {
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
