package chat.parlor.gateway.accounts;

import java.util.List;

/// An account to be, every field of which fits: see [AccountFields].
public record WantedAccount(String name, String email, String password, List<String> roles) {

    public WantedAccount {
        roles = List.copyOf(roles);
    }
}
