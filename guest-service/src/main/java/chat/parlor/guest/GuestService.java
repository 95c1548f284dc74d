package chat.parlor.guest;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The guest service: guests and their tokens, widget settings, business hours.
@SpringBootApplication
@ConfigurationPropertiesScan
public class GuestService {

    /// The application, ready to run; its configuration is `guest-service.yml`.
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(GuestService.class).properties("spring.config.name=guest-service");
    }

    /// Runs the service as a process of its own.
    public static void main(String[] args) {
        builder().run(args);
    }
}
