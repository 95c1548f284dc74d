package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

@ServiceIT({"spring.config.name=gateway-service", "parlor.gateway.admission.handshakes=1000"})
class SettingsNewsIT extends GatewayUnderTest {

    @Autowired
    Publisher publisher;

    @Test
    void everybodyIsToldThatSettingsChangedAndNotWhatTheySay() {
        var everybody = List.of(as(ADA), as(BEN), as(GRACE));
        var saved = Map.of("setting", "widget", "at", "2026-03-14T09:26:53.589Z", "later", "secret");

        publisher
                .publish(Event.of("settings.changed", "widget", "settings.changed.v1", saved))
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(everybody).allSatisfy(one -> {
            var told = one.next("settings.changed");
            assertThat(told.path("setting").asString("")).isEqualTo("widget");
            assertThat(told.path("at").asString("")).isEqualTo("2026-03-14T09:26:53.589Z");
            assertThat(told.has("later")).isFalse();
        });
    }
}
