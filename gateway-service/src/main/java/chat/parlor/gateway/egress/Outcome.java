package chat.parlor.gateway.egress;

import org.jspecify.annotations.Nullable;

/// What came of a call.
///
/// @param status of the answer; none when there was none
/// @param error why there was none: `refused-address`, `unknown-host`, `timeout` or `connection`
public record Outcome(@Nullable Integer status, @Nullable String error) {

    private static final int LEAST = 200;
    private static final int MOST = 299;

    /// Whether the other side took it. A redirection is no success: it is not followed.
    public boolean isSuccess() {
        return status != null && status >= LEAST && status <= MOST;
    }
}
