package chat.parlor.chassis.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// An integration test of one service: its whole application on a random port, over the real stack, with a database,
/// a schema, a role and a topic prefix of its own, and with test identities.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StackInitializer.class)
@Import(TestKit.class)
@DirtiesContext
public @interface ServiceIT {

    /// Properties on top, as `key=value`. `spring.config.name=<service>-service` must be among them.
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] value() default {};
}
