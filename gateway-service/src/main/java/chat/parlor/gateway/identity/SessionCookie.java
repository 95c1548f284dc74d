package chat.parlor.gateway.identity;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/// The cookie that carries a session token for the console. Scripts cannot read it and other sites cannot send it.
public final class SessionCookie {

    static final String NAME = "parlor_session";

    private SessionCookie() {}

    /// The cookie for `token`, good for `life`.
    ///
    /// @param secure true when the client speaks TLS: then it is never sent without
    public static ResponseCookie of(String token, Duration life, boolean secure) {
        return ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/")
                .maxAge(life)
                .build();
    }

    /// The cookie that removes the cookie.
    public static ResponseCookie gone(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}
