package chat.parlor.guest.admission;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.guest.settings.Ask;
import chat.parlor.guest.settings.Form;
import chat.parlor.guest.settings.Settings;
import chat.parlor.guest.settings.WidgetSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Decides whether a form makes a guest.
@Component
public class Admission {

    private static final Form NOTHING_MORE = new Form(Ask.OPTIONAL, Ask.OPTIONAL, Ask.OPTIONAL);

    private final Settings settings;
    private final FormRules rules;
    private final StartLimit limit;

    Admission(Settings settings, FormRules rules, StartLimit limit) {
        this.settings = settings;
        this.rules = rules;
        this.limit = limit;
    }

    /// Admits `form`, or fails with an [AdmissionRefusal]. Only a form that is otherwise in order counts against the
    /// limit of its address.
    public Mono<Admitted> admit(GuestForm form, @Nullable String address) {
        return settings.widget().map(current -> admit(form, address, current));
    }

    private Admitted admit(GuestForm form, @Nullable String address, WidgetSettings current) {
        if (!current.enabled()) {
            throw new AdmissionRefusal.ChatDisabled();
        }
        var admitted = checked(form.without(current.form()), address, current.form());
        counted(address);
        return admitted;
    }

    private Admitted checked(GuestForm form, @Nullable String address, Form asked) {
        var errors = rules.errors(form, asked);
        var name = form.name();
        if (name == null || !errors.isEmpty()) {
            throw new AdmissionRefusal.InvalidForm(errors);
        }
        return new Admitted(name, form.email(), form.phone(), form.message(), form.page(), form.language(), address);
    }

    /// Admits somebody who is known already and wants another conversation. Nothing but a message is asked for.
    /// Fails like [#admit].
    public Mono<Admitted> admitKnown(GuestForm form, @Nullable String address) {
        return settings.widget().map(current -> {
            if (!current.enabled()) {
                throw new AdmissionRefusal.ChatDisabled();
            }
            var admitted = checked(form, address, NOTHING_MORE);
            counted(address);
            return admitted;
        });
    }

    /// What is wrong with the name, the e-mail address and the telephone number, whoever gave them; a name may be
    /// missing.
    public List<FieldError> oddities(GuestForm form) {
        return rules.oddities(form);
    }

    private void counted(@Nullable String address) {
        limit.take(address).ifPresent(wait -> {
            throw new AdmissionRefusal.TooManyStarts(wait);
        });
    }

    /// Takes an admission back that came to nothing through no fault of the visitor.
    public void revoke(Admitted admitted) {
        limit.giveBack(admitted.address());
    }
}
