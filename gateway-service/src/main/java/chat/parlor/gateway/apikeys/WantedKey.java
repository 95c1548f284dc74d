package chat.parlor.gateway.apikeys;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.accounts.AccountFields;
import chat.parlor.gateway.identity.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an administrator sends to make a key. Checked by [#checked].
///
/// @param expiresAt none when only revoking ends it
record WantedKey(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Instant expiresAt) {

    /// A request whose every field fits, trimmed.
    record Checked(
            String name, List<String> scopes, @Nullable Instant expiresAt) {}

    /// The same, trimmed, with every field in place; fails with [ApiKeyRefusal.Invalid].
    Checked checked(Instant now) {
        var errors = new ArrayList<FieldError>();
        var checked = new Checked(AccountFields.name(name, errors), checkedScopes(errors), expiresAt);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            errors.add(new FieldError("expiresAt", "a time to come"));
        }
        if (!errors.isEmpty()) {
            throw new ApiKeyRefusal.Invalid(errors);
        }
        return checked;
    }

    private List<String> checkedScopes(List<FieldError> errors) {
        var given = scopes == null ? List.<@Nullable String>of() : scopes;
        var known = given.stream()
                .filter(scope -> scope != null && Scope.named(scope).isPresent())
                .distinct()
                .map(String::valueOf)
                .toList();
        if (known.isEmpty() || given.stream().anyMatch(scope -> !known.contains(String.valueOf(scope)))) {
            errors.add(new FieldError("scopes", "at least one of " + all()));
        }
        return known;
    }

    private static String all() {
        return Arrays.stream(Scope.values()).map(Scope::wire).collect(Collectors.joining(", "));
    }
}
