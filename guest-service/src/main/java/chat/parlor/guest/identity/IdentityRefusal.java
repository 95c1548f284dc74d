package chat.parlor.guest.identity;

import chat.parlor.chassis.problem.Problems;
import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Why nobody is known by what was signed, or by nothing.
public abstract sealed class IdentityRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private IdentityRefusal(String message) {
        super(message);
    }

    /// What can be wrong with a token; the code is `identity-` and the name.
    enum Flaw {
        MALFORMED("This is not a signed token (expected: a JWT)."),
        ALGORITHM("The token is not signed with HS256."),
        WRONG_KEY("The token is signed with none of the keys."),
        NO_EXPIRY("The token has no exp."),
        EXPIRED("The token has expired."),
        NOT_YET("The token does not count yet."),
        TOO_LONG("The token counts for too long.");

        private final String message;

        Flaw(String message) {
            this.message = message;
        }

        String code() {
            return "identity-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The token proves nothing.
    static final class BadToken extends IdentityRefusal {
        private static final long serialVersionUID = 1L;
        private final Flaw flaw;

        BadToken(Flaw flaw) {
            super(flaw.message);
            this.flaw = flaw;
        }
    }

    /// The token is good, and some of its claims are not.
    static final class BadClaims extends IdentityRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        BadClaims(List<FieldError> errors) {
            super("Some claims need another look.");
            this.errors = List.copyOf(errors);
        }
    }

    /// There is no key that anybody could have signed with.
    static final class NotSetUp extends IdentityRefusal {
        private static final long serialVersionUID = 1L;

        NotSetUp() {
            super("There is no key to check identities with.");
        }
    }

    /// Only those whom the host page signed for may begin a conversation.
    public static final class Required extends IdentityRefusal {
        private static final long serialVersionUID = 1L;

        public Required() {
            super("Please sign in on this website first, then you can write to us.");
        }
    }

    /// The problem document of a refusal.
    public static ProblemDetail problem(IdentityRefusal refusal) {
        var why = refusal.getMessage();
        return switch (refusal) {
            case BadToken bad -> problem(HttpStatus.UNAUTHORIZED, bad.flaw.code(), why);
            case BadClaims bad -> Problems.invalid(bad.errors);
            case NotSetUp none -> problem(HttpStatus.FORBIDDEN, "identity-off", why);
            case Required anonymous -> problem(HttpStatus.FORBIDDEN, "identity-required", why);
        };
    }

    private static ProblemDetail problem(HttpStatus status, String code, String why) {
        return Problems.of(status, code, "Nobody is known by this", why);
    }
}
