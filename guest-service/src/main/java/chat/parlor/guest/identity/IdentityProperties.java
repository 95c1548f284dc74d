package chat.parlor.guest.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Identities that host pages sign. Keys: `parlor.guest.identity.*`.
///
/// @param secretKey what the keys are sealed with; the service secret unless something else is set
/// @param longestToken how far ahead the end of a token may lie, 1 min to 24 h; default 1 h
/// @param mostKeys how many keys may count at once, 1 to 20; default 5
@Validated
@ConfigurationProperties("parlor.guest.identity")
record IdentityProperties(
        @NotBlank String secretKey,

        @DurationMin(minutes = 1) @DurationMax(hours = 24) @DefaultValue("1h")
        Duration longestToken,

        @Min(1) @Max(20) @DefaultValue("5") int mostKeys) {}
