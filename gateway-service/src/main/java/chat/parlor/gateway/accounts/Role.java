package chat.parlor.gateway.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an account may do. Each role includes the ones before it.
public enum Role {
    AGENT,
    SUPERVISOR,
    ADMINISTRATOR;

    /// The role of a name as the protocol writes it; empty when there is none.
    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst();
    }

    /// All names of roles.
    static Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (var role : values()) {
            names.add(role.wireName());
        }
        return names;
    }

    /// The roles and all they include, as the protocol writes them.
    public static Set<String> expanded(Collection<String> granted) {
        var highest = granted.stream().flatMap(name -> named(name).stream()).max(Role::compareTo);
        var names = new LinkedHashSet<String>();
        highest.ifPresent(top -> Arrays.stream(values())
                .filter(role -> role.compareTo(top) <= 0)
                .forEach(role -> names.add(role.wireName())));
        return names;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
