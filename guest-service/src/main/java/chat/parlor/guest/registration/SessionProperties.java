package chat.parlor.guest.registration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long those whom a host page signed for stay known. Keys: `parlor.guest.sessions.*`.
///
/// @param last how long a browser knows who somebody is without being told again, 1 h to 90 days; default 7 days
/// @param most in how many browsers at once, 1 to 100; default 20
@Validated
@ConfigurationProperties("parlor.guest.sessions")
record SessionProperties(
        @DurationMin(hours = 1) @DurationMax(days = 90) @DefaultValue("7d")
        Duration last,

        @Min(1) @Max(100) @DefaultValue("20") int most) {}
