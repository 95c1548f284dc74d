package chat.parlor.gateway.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Webhooks and their deliveries.
///
/// @param secretKey what the signing secrets are encrypted with; the service secret unless something else is set
/// @param most how many webhooks there may be; default 20
/// @param atOnce how many deliveries a node has under way; default 32
/// @param perWebhook how many of them go to one webhook; default 4
/// @param mostWaiting how many deliveries of a webhook may wait; then it reads the feed no further; default 10 000
/// @param firstRetry until the second attempt, roughly; it doubles with each; default 10 s
/// @param longestRetry between two attempts at most; default 1 h
/// @param pauseAfter how long nothing may get through to a webhook until it is paused; default 2 days
/// @param giveUpAfter how long one delivery is tried; default 3 days
/// @param lease after which a delivery goes out again whose sender was never heard of again; default 1 min
/// @param look how often a node looks for what is due; default 500 ms
/// @param kept how long deliveries that are over are shown; default 7 days
@ConfigurationProperties("parlor.gateway.webhooks")
record WebhookProperties(
        String secretKey,
        @DefaultValue("20") int most,
        @DefaultValue("32") int atOnce,
        @DefaultValue("4") int perWebhook,
        @DefaultValue("10000") int mostWaiting,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("2d") Duration pauseAfter,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("500ms") Duration look,
        @DefaultValue("7d") Duration kept) {

    private static final int DOUBLINGS = 30;

    /// How long after the `attempt`th failed the next begins: shorter by up to half, as `luck` (0 to 1) has it, so that
    /// what failed together does not come again together.
    Duration pause(int attempt, double luck) {
        var doubled = firstRetry.multipliedBy(1L << Math.min(DOUBLINGS, attempt - 1));
        var longest = doubled.compareTo(longestRetry) > 0 ? longestRetry : doubled;
        return Duration.ofMillis(Math.round(longest.toMillis() * (1 - luck / 2)));
    }
}
