package chat.parlor.guest.admission;

import chat.parlor.guest.settings.Form;
import chat.parlor.guest.settings.Settings;
import chat.parlor.guest.settings.WidgetSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Decides whether a form makes a guest.
@Component
public class Admission {

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
        limit.take(address).ifPresent(wait -> {
            throw new AdmissionRefusal.TooManyStarts(wait);
        });
        return admitted;
    }

    private Admitted checked(GuestForm form, @Nullable String address, Form asked) {
        var errors = rules.errors(form, asked);
        var name = form.name();
        if (name == null || !errors.isEmpty()) {
            throw new AdmissionRefusal.InvalidForm(errors);
        }
        return new Admitted(name, form.email(), form.phone(), form.message(), form.page(), address);
    }

    /// Takes an admission back that came to nothing through no fault of the visitor.
    public void revoke(Admitted admitted) {
        limit.giveBack(admitted.address());
    }
}
