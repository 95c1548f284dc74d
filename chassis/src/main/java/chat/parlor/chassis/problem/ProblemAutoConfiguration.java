package chat.parlor.chassis.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/// Gives every service the wire's JSON and its problem documents.
@AutoConfiguration
public class ProblemAutoConfiguration {

    @Bean
    JsonMapperBuilderCustomizer wireFormat() {
        return new WireFormat();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    UnhandledErrors unhandledErrors(ProblemWriter writer) {
        return new UnhandledErrors(writer);
    }
}
