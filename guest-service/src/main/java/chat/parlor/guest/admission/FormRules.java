package chat.parlor.guest.admission;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.guest.settings.Ask;
import chat.parlor.guest.settings.Form;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a form must hold to be accepted: the rules of each field, and what the settings ask for.
@Component
class FormRules {

    private static final List<String> FIELDS = List.of("name", "email", "phone", "message");
    private final Validator validator;
    private final FormLimits limits;

    FormRules(Validator validator, FormLimits limits) {
        this.validator = validator;
        this.limits = limits;
    }

    /// One error for each refused field, in the order of the form.
    List<FieldError> errors(GuestForm form, Form asked) {
        var errors = new ArrayList<>(oddities(form));
        missing("name", form.name(), Ask.REQUIRED, "Please tell us your name.", errors);
        missing("email", form.email(), asked.email(), "Please tell us your e-mail address.", errors);
        missing("phone", form.phone(), asked.phone(), "Please tell us your phone number.", errors);
        missing("message", form.message(), asked.message(), "Please write a message.", errors);
        errors.sort((one, other) -> FIELDS.indexOf(one.field()) - FIELDS.indexOf(other.field()));
        return List.copyOf(errors);
    }

    /// One error for each field that is too long or holds what it must not.
    List<FieldError> oddities(GuestForm form) {
        return FIELDS.stream()
                .flatMap(field -> tooLong(form, field).or(() -> odd(form, field)).stream())
                .toList();
    }

    private Optional<FieldError> tooLong(GuestForm form, String field) {
        var typed = form.field(field);
        var most = limits.of(field);
        return typed == null || typed.length() <= most
                ? Optional.empty()
                : Optional.of(new FieldError(
                        field, String.format(Locale.ENGLISH, "Please use %,d characters at most.", most)));
    }

    private Optional<FieldError> odd(GuestForm form, String field) {
        return validator.validateProperty(form, field).stream()
                .findFirst()
                .map(violation -> new FieldError(field, violation.getMessage()));
    }

    private static void missing(
            String field, @Nullable String value, Ask ask, String message, List<FieldError> errors) {
        if (ask == Ask.REQUIRED && value == null) {
            errors.add(new FieldError(field, message));
        }
    }
}
