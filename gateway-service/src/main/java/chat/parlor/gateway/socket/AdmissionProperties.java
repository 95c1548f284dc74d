package chat.parlor.gateway.socket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many sockets are let in.
///
/// @param sockets sockets of this node; beyond them 503
/// @param perAddress sockets of one address; beyond them 429
/// @param handshakes handshakes of one address in `handshakesWindow`; beyond them 429
/// @param handshakesWindow that window
/// @param perAccount sockets of one account or bot; beyond them `too-many` and 4429
/// @param perGuest sockets of one guest; beyond them `too-many` and 4429
/// @param retryAfter when to try again, in all these cases
/// @param leaveSpread over what time clients are told to come back when this node leaves
/// @param leaveTimeout how long leaving waits for them to go
@ConfigurationProperties("parlor.gateway.admission")
record AdmissionProperties(
        @DefaultValue("19000") int sockets,
        @DefaultValue("50") int perAddress,
        @DefaultValue("10") int handshakes,
        @DefaultValue("1s") Duration handshakesWindow,
        @DefaultValue("10") int perAccount,
        @DefaultValue("3") int perGuest,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("5s") Duration leaveSpread,
        @DefaultValue("3s") Duration leaveTimeout) {}
