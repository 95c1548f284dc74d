package chat.parlor.chassis.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/// Gives a service that has the table `mail` its [Mails], and the loop that sends them where a server is configured.
@AutoConfiguration(afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnProperty("parlor.mail.kept")
@EnableConfigurationProperties(MailProperties.class)
public class MailAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MailAutoConfiguration.class);
    private static final Duration AGE_TIMEOUT = Duration.ofSeconds(1);

    @Bean
    MailTable mailTable(DatabaseClient database) {
        return new MailTable(database);
    }

    @Bean
    MailSeal mailSeal(Environment environment, JsonMapper json) {
        return new MailSeal(environment.getRequiredProperty("parlor.identity.service-secret"), json);
    }

    @Bean
    Mails mails(
            MailTable table,
            MailSeal seal,
            MailProperties properties,
            ObjectProvider<Clock> clock,
            ObjectProvider<MailLoop> loop) {
        LOG.info("mail: {}", said(properties));
        return new StoredMails(
                table,
                seal,
                properties,
                clock.getIfAvailable(Clock::systemUTC),
                () -> loop.ifAvailable(MailLoop::wake));
    }

    @Bean
    @Conditional(MailIsOn.class)
    Smtp smtp(MailProperties properties) {
        return new Smtp(properties);
    }

    @Bean
    @Conditional(MailIsOn.class)
    MailLoop mailLoop(
            MailTable table,
            MailSeal seal,
            Smtp smtp,
            MailProperties properties,
            MeterRegistry meters,
            ObjectProvider<Clock> clock) {
        Gauge.builder("parlor.mail.age", table, MailAutoConfiguration::age)
                .baseUnit("seconds")
                .description("How long the oldest mail has been waiting for the mail server")
                .register(meters);
        return new MailLoop(table, seal, smtp, properties, meters, clock.getIfAvailable(Clock::systemUTC));
    }

    private static String said(MailProperties mail) {
        return mail.on()
                ? "on, through " + mail.host() + ":" + mail.port() + ", tls " + mail.tls()
                : "off, because parlor.mail.host is not set: nothing is sent";
    }

    private static double age(MailTable table) {
        var seconds = table.age().onErrorReturn(Double.NaN).block(AGE_TIMEOUT);
        return seconds == null ? 0 : seconds;
    }
}
