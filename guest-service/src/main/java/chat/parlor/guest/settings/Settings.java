package chat.parlor.guest.settings;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.chassis.problem.Problems.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The widget's settings: one set per installation.
@Component
public class Settings {

    private final SettingsTable table;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Validator validator;
    private final Clock clock;

    Settings(SettingsTable table, Outbox outbox, TransactionalOperator transaction, Validator validator, Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.transaction = transaction;
        this.validator = validator;
        this.clock = clock;
    }

    /// The settings as saved last; the defaults when nobody saved any. Never empty.
    public Mono<WidgetSettings> widget() {
        return table.widget().defaultIfEmpty(WidgetSettings.standard());
    }

    /// Replaces the settings and announces it.
    ///
    /// @return the settings as they are from now on; fails with [SettingsRefusal.Invalid], then nothing changed
    Mono<WidgetSettings> replace(WidgetSettings settings) {
        var errors = errorsOf(settings);
        if (!errors.isEmpty()) {
            return Mono.error(new SettingsRefusal.Invalid(errors));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return table.save(settings, now)
                .then(Mono.defer(() -> outbox.append(announcement(new SettingsChanged("widget", now)))))
                .as(transaction::transactional)
                .thenReturn(settings);
    }

    /// Says that what widgets are told changed, by something else than these settings. Part of the caller's
    /// transaction.
    public Mono<Void> changed() {
        return outbox.append(
                announcement(new SettingsChanged("widget", clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }

    private static Event announcement(SettingsChanged changed) {
        return Event.of(SettingsChanged.TOPIC, changed.setting(), SettingsChanged.TYPE, changed);
    }

    private List<FieldError> errorsOf(WidgetSettings settings) {
        return validator.validate(settings).stream()
                .sorted(Comparator.comparing((ConstraintViolation<WidgetSettings> violation) ->
                        violation.getPropertyPath().toString()))
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
    }
}
