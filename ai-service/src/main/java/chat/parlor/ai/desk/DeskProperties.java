package chat.parlor.ai.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param greets whether the bot greets guests; default true
/// @param answers whether the bot answers a guest's first message while no person was asked for; default true
@ConfigurationProperties("parlor.ai")
record DeskProperties(
        @DefaultValue("true") boolean greets,
        @DefaultValue("true") boolean answers) {

    boolean says(Word word) {
        return switch (word) {
            case GREETING -> greets;
            case ANSWER -> answers;
        };
    }
}
