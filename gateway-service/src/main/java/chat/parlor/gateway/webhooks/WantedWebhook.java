package chat.parlor.gateway.webhooks;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.egress.Egress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is sent to register a webhook or to change it. Checked by [#checked].
record WantedWebhook(@Nullable String url, @Nullable List<@Nullable String> types) {

    static final List<String> TYPES = List.of("message.sent", "message.edited", "message.deleted", "room.changed");
    private static final int URL_CHARS = 2_000;

    /// A request whose every field fits.
    record Checked(String url, List<String> types) {}

    /// The same with every field in place; fails with [WebhookRefusal.Invalid].
    Checked checked(Egress egress) {
        var errors = new ArrayList<FieldError>();
        var address = Objects.requireNonNullElse(url, "").strip();
        if (address.length() > URL_CHARS) {
            errors.add(new FieldError("url", "at most " + URL_CHARS + " characters"));
        } else {
            egress.fault(address).ifPresent(fault -> errors.add(new FieldError("url", "expected: " + fault)));
        }
        var given = types == null ? List.<@Nullable String>of() : types;
        if (given.isEmpty() || !TYPES.containsAll(given)) {
            errors.add(new FieldError("types", "at least one of " + String.join(", ", TYPES)));
        }
        if (!errors.isEmpty()) {
            throw new WebhookRefusal.Invalid(errors);
        }
        return new Checked(address, TYPES.stream().filter(given::contains).toList());
    }
}
