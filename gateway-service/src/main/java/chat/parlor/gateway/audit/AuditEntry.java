package chat.parlor.gateway.audit;

import org.jspecify.annotations.Nullable;

/// One line of the audit log. Holds ids, never content.
///
/// @param actor the account that did it; none when nobody is known behind it
/// @param subject what it was done to: the id of an account, a session or a one-time link
/// @param address the client's address
public record AuditEntry(
        Action action,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String address,
        Result result) {

    /// What was done.
    public enum Action {
        SIGN_IN("sign-in"),
        SIGN_OUT("sign-out"),
        ACCOUNT_CREATED("account-created"),
        ACCOUNT_DISABLED("account-disabled"),
        ACCOUNT_ENABLED("account-enabled"),
        ROLES_CHANGED("roles-changed"),
        INVITED("invited"),
        INVITATION_REVOKED("invitation-revoked"),
        RESET_ALLOWED("reset-allowed"),
        PASSWORD_SET("password-set");

        private final String stored;

        Action(String stored) {
            this.stored = stored;
        }

        String stored() {
            return stored;
        }
    }

    /// How it ended.
    public enum Result {
        OK("ok"),
        FAILED("failed");

        private final String stored;

        Result(String stored) {
            this.stored = stored;
        }

        String stored() {
            return stored;
        }
    }
}
