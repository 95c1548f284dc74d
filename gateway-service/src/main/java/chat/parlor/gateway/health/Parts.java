package chat.parlor.gateway.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The parts this node needs to serve: each is asked at once, with patience, and either answers or is missing.
@Component
class Parts implements DisposableBean {

    private static final List<String> SERVICES = List.of("room", "message", "presence", "guest", "ai");
    private static final int CLOSE_MS = 1_500;

    private final DatabaseClient database;
    private final HealthIndicator loops;
    private final WebClient client;
    private final Environment environment;
    private final Admin broker;
    private final Duration patience;

    Parts(
            DatabaseClient database,
            @Qualifier("loopsHealthIndicator") HealthIndicator loops,
            WebClient.Builder clients,
            Environment environment,
            KafkaAdmin kafka,
            HealthProperties properties) {
        this.database = database;
        this.loops = loops;
        this.client = clients.clone().build();
        this.environment = environment;
        this.patience = properties.patience();
        this.broker = admin(kafka, requestMs());
    }

    /// The names of those that do not answer, in a fixed order.
    Mono<List<String>> missing() {
        var own = Flux.just(
                part("database", database.sql("select 1").then()),
                part("broker", broker()),
                part("loops", Mono.fromRunnable(this::requireLoops)));
        return Flux.concat(own, Flux.fromIterable(SERVICES).map(name -> part(name, service(name))))
                .flatMapSequential(part -> part)
                .collectList();
    }

    @Override
    public void destroy() {
        broker.close(Duration.ofMillis(CLOSE_MS));
    }

    /// The name of the part if it does not answer.
    private Mono<String> part(String name, Mono<Void> answer) {
        var whole = Mono.fromFuture(answer::toFuture, true); // a query that is cancelled may cost a connection
        return whole.timeout(patience).then(Mono.<String>empty()).onErrorReturn(name);
    }

    private Mono<Void> broker() {
        return Mono.defer(() -> Mono.fromCompletionStage(
                        broker.describeCluster(new DescribeClusterOptions().timeoutMs(requestMs()))
                                .nodes()
                                .toCompletionStage()))
                .then();
    }

    private void requireLoops() {
        var health = loops.health();
        if (health == null || !Status.UP.equals(health.getStatus())) {
            throw new IllegalStateException("a loop does not read");
        }
    }

    private Mono<Void> service(String name) {
        var url = environment.getRequiredProperty("parlor.services." + name + ".url");
        return client.get()
                .uri(url + "/actuator/health/readiness")
                .retrieve()
                .toBodilessEntity()
                .then();
    }

    /// The client of the broker gives up before our patience ends.
    private int requestMs() {
        return Math.toIntExact(patience.toMillis() * 3 / 4);
    }

    private static Admin admin(KafkaAdmin kafka, int requestMs) {
        var settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.putAll(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                requestMs,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                requestMs,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                (long) requestMs,
                AdminClientConfig.METADATA_MAX_AGE_CONFIG,
                TimeUnit.MINUTES.toMillis(1)));
        return Admin.create(settings);
    }
}
