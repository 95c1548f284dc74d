package chat.parlor.ai;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The AI service: the bot's side of guest conversations.
@SpringBootApplication
@ConfigurationPropertiesScan
public class AiService {

    /// The application, ready to run; its configuration is `ai-service.yml`.
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(AiService.class).properties("spring.config.name=ai-service");
    }

    /// Runs the service as a process of its own.
    public static void main(String[] args) {
        builder().run(args);
    }
}
