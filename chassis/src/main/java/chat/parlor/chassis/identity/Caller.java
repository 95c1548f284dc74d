package chat.parlor.chassis.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who calls, as the gateway (or another service) vouches for it. Nothing in a request's body can change it.
///
/// @param id opaque and stable
/// @param kind what the caller is
/// @param name to be shown to people; may hold any text
/// @param roles the roles of an account, with those they include; the scopes of an API key; empty for everybody else
/// @param address where the request came from, when known
public record Caller(
        String id,
        CallerKind kind,
        String name,
        Set<String> roles,
        @Nullable String address) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /// A caller without roles.
    public static Caller of(String id, CallerKind kind, String name) {
        return new Caller(id, kind, name, Set.of(), null);
    }

    /// The same caller, calling from `address`.
    public Caller at(@Nullable String address) {
        return new Caller(id, kind, name, roles, address);
    }

    public boolean is(CallerKind expected) {
        return kind == expected;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
