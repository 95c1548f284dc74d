package chat.parlor.gateway.commands;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of commands.
///
/// @param answerTimeout how long message-service may take before the outcome is said to be unknown
/// @param mostPending commands of this node that may wait for their outcome
/// @param sends commands one member may give in a window, at least 1
/// @param sendsWindow that window
@ConfigurationProperties("parlor.gateway.commands")
public record CommandsProperties(
        @DefaultValue("5s") Duration answerTimeout,
        @DefaultValue("50000") int mostPending,
        @DefaultValue("20") int sends,
        @DefaultValue("10s") Duration sendsWindow) {

    public CommandsProperties {
        if (sends < 1) {
            throw new IllegalArgumentException("parlor.gateway.commands.sends: " + sends + " (expected: at least 1)");
        }
    }
}
