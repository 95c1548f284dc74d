package chat.parlor.presence.grace;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param grace what counts until an administrator has set something else; default 15s
@Validated
@ConfigurationProperties("parlor.presence")
record GraceProperties(
        @DurationMin(millis = 1) @DefaultValue("15s") Duration grace) {}
