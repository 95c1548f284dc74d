package chat.parlor.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The gateway: the one process clients talk to.
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayService {

    public static void main(String[] args) {
        builder().run(args);
    }

    /// The application ready to run, for `main` and for launchers that hold several services in one JVM.
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(GatewayService.class).properties("spring.config.name=gateway-service");
    }
}
