package chat.parlor.room;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The service of rooms, memberships, the queue and the inbox.
@SpringBootApplication
@ConfigurationPropertiesScan
public class RoomService {

    /// The application with the name of its configuration file; whoever starts it adds the rest.
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(RoomService.class).properties("spring.config.name=room-service");
    }

    /// Starts the service.
    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
