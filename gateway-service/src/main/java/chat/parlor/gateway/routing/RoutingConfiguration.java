package chat.parlor.gateway.routing;

import chat.parlor.chassis.problem.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The routes, one for each [Destination].
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    private static final int NO_LIMIT = -1;

    @Bean
    RouteLocator destinations(
            RouteLocatorBuilder builder,
            Environment environment,
            CircuitBreakerRegistry breakers,
            InternalCredential credential,
            AuditedCalls audited,
            AuditedReading reading,
            ProblemWriter problems) {
        var routes = builder.routes();
        for (var destination : Destination.values()) {
            var url = environment.getRequiredProperty("parlor.services." + destination.service() + ".url");
            var guard = new ServiceGuard(destination.service(), breaker(breakers, destination), problems);
            var filters = List.of(
                    ordered(guard, ServiceGuard.ORDER),
                    ordered(audited, AuditedCalls.ORDER),
                    ordered(reading, AuditedReading.ORDER),
                    ordered(credential, InternalCredential.ORDER));
            routes.route(destination.name().toLowerCase(Locale.ROOT), spec -> route(spec, destination, url, filters));
        }
        return routes.build();
    }

    private static Buildable<Route> route(
            PredicateSpec spec, Destination destination, String url, List<GatewayFilter> filters) {
        // Routes are asked in the order of their declaration.
        var matched = spec.path(destination.paths().toArray(String[]::new));
        if (destination.takesLong()) {
            matched.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, NO_LIMIT);
        }
        return matched.filters(taken -> taken.filters(filters)).uri(url);
    }

    private static GatewayFilter ordered(GatewayFilter filter, int order) {
        return new OrderedGatewayFilter(filter, order);
    }

    private static CircuitBreaker breaker(CircuitBreakerRegistry breakers, Destination destination) {
        var config = CircuitBreakerConfig.from(breakers.getDefaultConfig())
                .recordException(ServiceGuard::isUnreachable)
                .ignoreException(error -> !ServiceGuard.isUnreachable(error))
                .build();
        return breakers.circuitBreaker("route." + destination.service(), config);
    }
}
