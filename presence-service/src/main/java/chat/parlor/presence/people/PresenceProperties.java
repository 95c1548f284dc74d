package chat.parlor.presence.people;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param nodeSilence how long a gateway may be silent before its connections no longer count; gateways speak every
///     five seconds; default 15s
/// @param forgetAfter how long the connections of a silent gateway are kept in case it speaks again; default 1h
@Validated
@ConfigurationProperties("parlor.presence")
record PresenceProperties(
        @DurationMin(millis = 1) @DefaultValue("15s") Duration nodeSilence,
        @DurationMin(millis = 1) @DefaultValue("1h") Duration forgetAfter) {}
