package chat.parlor.guest.admission;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param startsPerHour how many conversations one address may start in an hour, at least 1; default 5
@Validated
@ConfigurationProperties("parlor.guest")
record LimitProperties(@Min(1) @DefaultValue("5") int startsPerHour) {}
