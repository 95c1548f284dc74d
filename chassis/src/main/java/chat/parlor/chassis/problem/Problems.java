package chat.parlor.chassis.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Builds problem documents (RFC 9457) with the stable `code` that clients act upon.
public final class Problems {

    private Problems() {}

    /// A field that was refused and what was wanted of it.
    public record FieldError(String field, String message) {}

    /// A problem of type `/problems/<code>`. `detail` is for people: no class names, no SQL, no secrets.
    public static ProblemDetail of(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }

    /// 422 `invalid` naming each refused field.
    public static ProblemDetail invalid(List<FieldError> errors) {
        var problem = of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need another look", summary(errors));
        problem.setProperty("errors", List.copyOf(errors));
        return problem;
    }

    private static String summary(List<FieldError> errors) {
        return String.join(
                "; ",
                errors.stream()
                        .map(error -> error.field() + ": " + error.message())
                        .toList());
    }
}
