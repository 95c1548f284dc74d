package chat.parlor.gateway.links;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Links to a new password that people ask for themselves, and their limits.
///
/// @param life how long such a link counts; default 1 h
/// @param perAccount how often one may be asked for by e-mail address in a `within`, whether it is known or not;
///     default 3
/// @param perAddress how often from one network address; default 10
/// @param within how long it takes until all of them are forgiven; default 1 h
/// @param atOnce how many are worked on at a time; default 16
@ConfigurationProperties("parlor.gateway.forgotten")
record ForgottenProperties(
        @DefaultValue("1h") Duration life,
        @DefaultValue("3") int perAccount,
        @DefaultValue("10") int perAddress,
        @DefaultValue("1h") Duration within,
        @DefaultValue("16") int atOnce) {}
