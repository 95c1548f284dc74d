package chat.parlor.gateway.egress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The names of the system, unless somebody knows others.
@Configuration(proxyBeanMethods = false)
class EgressConfiguration {

    @Bean
    Names systemNames() {
        return GuardedResolver::ofSystem;
    }
}
