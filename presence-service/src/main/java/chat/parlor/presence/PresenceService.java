package chat.parlor.presence;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The presence service: who is online, away, busy or gone.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PresenceService {

    /// The application, ready to run; its configuration is `presence-service.yml`.
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(PresenceService.class).properties("spring.config.name=presence-service");
    }

    /// Runs the service as a process of its own.
    public static void main(String[] args) {
        builder().run(args);
    }
}
