package chat.parlor.room.driver;

import static org.awaitility.Awaitility.await;

import chat.parlor.room.RoomService;
import java.io.Closeable;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.http.client.ReactorResourceFactory;

/// Another room-service beside the one under test: the same topics, database and neighbours, nothing else in common.
public final class SecondNode implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String[] SHARED = {
        "parlor.database.host",
        "parlor.database.port",
        "parlor.database.name",
        "parlor.database.user",
        "parlor.database.password",
        "parlor.kafka.bootstrap-servers",
        "parlor.kafka.topic-prefix",
        "parlor.kafka.partitions",
        "parlor.identity.service-secret",
        "parlor.services.gateway.url"
    };

    private final ConfigurableApplicationContext application;

    private SecondNode(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /// Starts it, and waits until its loops read.
    public static SecondNode beside(Environment first) {
        var shared = Stream.of(SHARED).map(key -> "--" + key + "=" + first.getRequiredProperty(key));
        var application = RoomService.builder()
                .sources(Around.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("noTestTypes", new NoTestTypes()))
                .run(Stream.concat(shared, Stream.of("--server.port=0")).toArray(String[]::new));
        var health = application.getBean("loopsHealthIndicator", HealthIndicator.class);
        await().atMost(PATIENCE)
                .until(() ->
                        Status.UP.equals(Objects.requireNonNull(health.health()).getStatus()));
        return new SecondNode(application);
    }

    /// Its bean of that type.
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /// Ends it in order, as an operator would.
    @Override
    public void close() {
        application.close();
    }

    /// What a test puts around a node.
    @TestConfiguration(proxyBeanMethods = false)
    static class Around {

        /// Its own, so that closing it leaves the loops of the other alone.
        @Bean
        ReactorResourceFactory ownResources() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            resources.setShutdownQuietPeriod(Duration.ZERO);
            return resources;
        }
    }

    /// Keeps the scan from what lies beside the service only in tests.
    private static final class NoTestTypes extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            var annotations = reader.getAnnotationMetadata();
            return annotations.isAnnotated(TestConfiguration.class.getName())
                    || annotations.isAnnotated(TestComponent.class.getName());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTestTypes;
        }

        @Override
        public int hashCode() {
            return NoTestTypes.class.hashCode();
        }
    }
}
