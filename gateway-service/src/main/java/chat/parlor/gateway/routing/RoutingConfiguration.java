package chat.parlor.gateway.routing;

import chat.parlor.chassis.problem.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The routes, one for each [Destination].
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    RouteLocator destinations(
            RouteLocatorBuilder builder,
            Environment environment,
            CircuitBreakerRegistry breakers,
            InternalCredential credential,
            ProblemWriter problems) {
        var routes = builder.routes();
        for (var destination : Destination.values()) {
            var url = environment.getRequiredProperty("parlor.services." + destination.service() + ".url");
            var guard = new ServiceGuard(destination.service(), breaker(breakers, destination), problems);
            routes.route(destination.service(), spec -> route(spec, destination, url, credential, guard));
        }
        return routes.build();
    }

    private static Buildable<Route> route(
            PredicateSpec spec,
            Destination destination,
            String url,
            InternalCredential credential,
            ServiceGuard guard) {
        // Routes are asked in the order of their declaration.
        return spec.path(destination.paths().toArray(String[]::new))
                .filters(filters ->
                        filters.filter(guard, ServiceGuard.ORDER).filter(credential, InternalCredential.ORDER))
                .uri(url);
    }

    private static CircuitBreaker breaker(CircuitBreakerRegistry breakers, Destination destination) {
        var config = CircuitBreakerConfig.from(breakers.getDefaultConfig())
                .recordException(ServiceGuard::isUnreachable)
                .ignoreException(error -> !ServiceGuard.isUnreachable(error))
                .build();
        return breakers.circuitBreaker("route." + destination.service(), config);
    }
}
