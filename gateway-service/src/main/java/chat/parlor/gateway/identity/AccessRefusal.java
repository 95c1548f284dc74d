package chat.parlor.gateway.identity;

import chat.parlor.chassis.problem.Problems;
import chat.parlor.chassis.problem.Refusal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Why a caller is turned away before anything is done for it.
public abstract sealed class AccessRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AccessRefusal(String message) {
        super(message);
    }

    /// The problem document of a refusal.
    public static ProblemDetail problem(AccessRefusal refusal) {
        return switch (refusal) {
            case NoCredential none ->
                Problems.of(HttpStatus.UNAUTHORIZED, "unauthorized", "Sign in to do this", none.getMessage());
            case UnknownToken unknown ->
                Problems.of(HttpStatus.UNAUTHORIZED, "unknown-token", "The token does not count", unknown.getMessage());
            case NotAllowed denied ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", denied.getMessage());
            case ScopeMissing missing ->
                Problems.of(HttpStatus.FORBIDDEN, "scope-missing", "The key does not allow this", missing.getMessage());
            case OriginNotAllowed origin ->
                Problems.of(
                        HttpStatus.FORBIDDEN, "origin-not-allowed", "The origin is not allowed", origin.getMessage());
        };
    }

    /// No credential where one is needed.
    public static final class NoCredential extends AccessRefusal {
        private static final long serialVersionUID = 1L;

        public NoCredential() {
            super("This needs a bearer token or the cookie of a session");
        }
    }

    /// A credential that nobody has, that has ended or is over.
    public static final class UnknownToken extends AccessRefusal {
        private static final long serialVersionUID = 1L;

        public UnknownToken() {
            super("The token is unknown, ended or over");
        }
    }

    /// A good credential that does not suffice.
    public static final class NotAllowed extends AccessRefusal {
        private static final long serialVersionUID = 1L;

        public NotAllowed() {
            super("Your roles do not allow this");
        }
    }

    /// An API key for something else.
    public static final class ScopeMissing extends AccessRefusal {
        private static final long serialVersionUID = 1L;

        ScopeMissing(Optional<Scope> wanted) {
            super(wanted.map(scope -> "This needs a key with the scope " + scope.wire())
                    .orElse("No API key can do this"));
        }
    }

    /// A browser on a page that may not do this.
    public static final class OriginNotAllowed extends AccessRefusal {
        private static final long serialVersionUID = 1L;

        public OriginNotAllowed() {
            super("The page that asks is not one that may");
        }
    }
}
