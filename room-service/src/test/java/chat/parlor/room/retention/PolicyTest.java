package chat.parlor.room.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Duration DAY = Duration.ofDays(1);
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-31T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void whatIsOlderThanTheDaysOfItsSortIsDue() {
        var policy = new Policy(30, null, 7);

        assertThat(policy.before(Sort.GUEST, clock.instant(), DAY)).contains(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(policy.before(Sort.GROUP, clock.instant(), DAY)).contains(Instant.parse("2026-03-24T12:00:00Z"));
    }

    @Test
    void withoutDaysNothingIsEverDue() {
        assertThat(new Policy(30, null, 7).before(Sort.DIRECT, clock.instant(), DAY))
                .isEmpty();
        for (var sort : Sort.values()) {
            assertThat(Policy.FOR_EVER.before(sort, clock.instant(), DAY)).isEmpty();
        }
    }

    @Test
    void daysAreBounded() {
        assertThatCode(new Policy(1, 3_650, null)::checked).doesNotThrowAnyException();

        for (var wrong : new int[] {0, -1, 3_651}) {
            assertThatThrownBy(new Policy(null, null, wrong)::checked)
                    .isInstanceOfSatisfying(
                            RetentionRefusal.Invalid.class,
                            refusal -> assertThat(refusal.errors())
                                    .singleElement()
                                    .satisfies(
                                            error -> assertThat(error.field()).isEqualTo("group")));
        }
    }

    @Test
    void aSortIsChangedWithoutTheOthers() {
        assertThat(Policy.FOR_EVER.with(Sort.GUEST, 30).with(Sort.GROUP, 7)).isEqualTo(new Policy(30, null, 7));
        assertThat(new Policy(1, 2, 3).with(Sort.DIRECT, 9)).isEqualTo(new Policy(1, 9, 3));
    }
}
