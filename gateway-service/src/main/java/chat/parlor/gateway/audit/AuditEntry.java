package chat.parlor.gateway.audit;

import org.jspecify.annotations.Nullable;

/// One line of the audit log. Holds ids, never content.
///
/// @param actor the account, or the API key, that did it; none when nobody is known behind it
/// @param subject what it was done to: the id of an account, a session, a one-time link, a guest, a room, an API key or
/// a
///     webhook
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
        RESET_ASKED("reset-asked"),
        PASSWORD_SET("password-set"),
        GUEST_EXPORTED("guest-exported"),
        GUEST_ERASING("guest-erasing"),
        GUEST_ERASED("guest-erased"),
        RETENTION_CHANGED("retention-changed"),
        HOLD_PUT("hold-put"),
        HOLD_LIFTED("hold-lifted"),
        CONVERSATION_READ("conversation-read"),
        KEY_CREATED("key-created"),
        KEY_ROTATED("key-rotated"),
        KEY_REVOKED("key-revoked"),
        WEBHOOK_ADDED("webhook-added"),
        WEBHOOK_CHANGED("webhook-changed"),
        WEBHOOK_REMOVED("webhook-removed"),
        IDENTITY_CHANGED("identity-changed"),
        IDENTITY_KEY_MADE("identity-key-made"),
        IDENTITY_KEY_ENDED("identity-key-ended");

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
