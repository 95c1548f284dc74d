package chat.parlor.gateway.accounts;

import java.util.List;
import java.util.Set;

/// A person who can sign in.
///
/// @param id `a_…`
/// @param roles as granted, see [Role#expanded]
/// @param disabled true when the account may no longer sign in
public record Account(String id, String name, String email, List<String> roles, boolean disabled) {

    public Account {
        roles = List.copyOf(roles);
    }

    Account withDisabled(boolean now) {
        return new Account(id, name, email, roles, now);
    }

    Account withRoles(List<String> now) {
        return new Account(id, name, email, now, disabled);
    }

    /// Whether it can do what only administrators can.
    boolean administrates() {
        return !disabled && roles.contains("administrator");
    }

    /// The roles with all they include.
    public Set<String> allRoles() {
        return Role.expanded(roles);
    }
}
