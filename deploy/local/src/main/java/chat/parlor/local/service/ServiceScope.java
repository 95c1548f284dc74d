package chat.parlor.local.service;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Keeps from a service what only another service brought to the class path that all of them share here.
final class ServiceScope implements AutoConfigurationImportFilter, EnvironmentAware {
    /// Only the gateway depends on Spring Cloud.
    private static final String GATEWAY_ONLY = "org.springframework.cloud.";

    private boolean gateway = true;

    @Override
    public void setEnvironment(Environment environment) {
        gateway = Service.GATEWAY.key().equals(environment.getProperty("parlor.service", Service.GATEWAY.key()));
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[autoConfigurations.length];
        for (int i = 0; i < wanted.length; i++) {
            var name = autoConfigurations[i];
            wanted[i] = gateway || name == null || !name.startsWith(GATEWAY_ONLY);
        }
        return wanted;
    }
}
