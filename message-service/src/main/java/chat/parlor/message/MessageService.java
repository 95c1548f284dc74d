package chat.parlor.message;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The service that keeps every room's timeline.
@SpringBootApplication
@ConfigurationPropertiesScan
public class MessageService {

    /// The service, ready to run; whoever starts it may add properties of its own.
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(MessageService.class).properties("spring.config.name=message-service");
    }

    /// Starts the service.
    public static void main(String[] args) {
        builder().run(args);
    }
}
