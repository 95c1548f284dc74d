package chat.parlor.chassis.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.observe.Correlation;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    @Test
    void subscriptionRefusesAnEmptyCrew() {
        var subscription = Subscription.<String>to("notes").concurrency(0);

        assertThatThrownBy(() -> subscription.handledBy(batch -> {})).hasMessage("concurrency: 0 (expected: 1 to 64)");
    }

    @Test
    void subscriptionIsNamedAfterItsFirstTopicAndWorksAlone() {
        var subscription = Subscription.<String>to("notes").handledBy(batch -> {});

        assertThat(subscription.name()).isEqualTo("notes");
        assertThat(subscription.concurrency()).isOne();
        assertThat(subscription.reach()).isEqualTo(Subscription.Reach.GROUP);
    }

    @Test
    void secretsAreLongUrlSafeAndNeverTheSame() {
        var secrets = IntStream.range(0, 1_000).mapToObj(n -> Ids.secret("ps_")).distinct();

        assertThat(secrets).hasSize(1_000).allMatch(secret -> secret.matches("ps_[A-Za-z0-9_-]{43}"));
    }

    @Test
    void correlationKeepsAWellFormedHeaderAndReplacesAnyOther() {
        var header = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        assertThat(Correlation.from(header).traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(Correlation.from("00-" + "0".repeat(32) + "-b7ad6b7169203331-01")
                        .traceId())
                .isNotEqualTo("0".repeat(32));
        assertThat(Correlation.from("rm -rf\r\n").traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(Correlation.from(null).traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
