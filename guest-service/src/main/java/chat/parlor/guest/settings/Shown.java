package chat.parlor.guest.settings;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Text that can be stored and shown: no control characters but line breaks, no halves of characters.
@Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Shown {

    String message() default "must not contain control characters or halves of characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
