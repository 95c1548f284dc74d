package chat.parlor.room.accounts;

import java.util.Set;

/// A staff account as this service knows it.
///
/// @param disabled may not sign in any more, so cannot be given anything
public record Account(String id, String name, Set<String> roles, boolean disabled) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /// Whether it can be given a guest's conversation. Every staff role includes that of an agent.
    public boolean canAnswer() {
        return !disabled && !roles.isEmpty();
    }
}
