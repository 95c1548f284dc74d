package chat.parlor.room.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant FROM = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int LEAST = 3;

    @Test
    void aPlaceTakesTheTimeSomebodyWaitedForEachGuestWhoWasTaken() {
        var pace = pace(null, taken(0, 60, "a_ada"), taken(10, 120, "a_ada"), taken(20, 180, "a_ada"));

        assertThat(pace.waitMs(1)).isEqualTo(60_000);
        assertThat(pace.waitMs(4)).isEqualTo(240_000);
    }

    @Test
    void timeInWhichNobodyWaitedDoesNotCount() {
        var pace = pace(null, taken(0, 30, "a_ada"), taken(900, 930, "a_ada"), taken(1_800, 1_830, "a_ada"));

        assertThat(pace.waitMs(1)).isEqualTo(30_000);
    }

    @Test
    void whoIsTakenOutOfTurnChangesNothingOfTheTime() {
        var pace = pace(null, taken(0, 90, "a_ada"), taken(60, 70, "a_ada"), taken(65, 80, "a_ada"));

        assertThat(pace.waitMs(1)).isEqualTo(30_000);
    }

    @Test
    void aQueueNobodyTakesFromBecomesSlower() {
        var quick = List.of(taken(0, 20, "a_ada"), taken(0, 40, "a_ada"), taken(0, 60, "a_ada"));

        assertThat(pace(null, quick).waitMs(1)).isEqualTo(20_000);
        assertThat(pace(NOW.minusSeconds(300), quick).waitMs(1)).isEqualTo(120_000);
    }

    @Test
    void whatWasBeforeTheWindowDoesNotCount() {
        var pace = pace(null, taken(-36_000, 30, "a_ada"), taken(0, 60, "a_ada"), taken(0, 90, "a_ada"));

        assertThat(pace.waitMs(1)).isEqualTo(30_000);
    }

    @Test
    void whoLeftNoLongerHelps() {
        var both = List.of(taken(0, 20, "a_ada"), taken(0, 40, "a_ben"), taken(0, 60, "a_ada"));

        assertThat(Pace.of(both, null, Set.of("a_ben"), LEAST, FROM, NOW).waitMs(1))
                .isEqualTo(40_000);
        assertThat(Pace.of(both, null, Set.of("a_ada", "a_ben"), LEAST, FROM, NOW)
                        .waitMs(1))
                .isNull();
    }

    @Test
    void tooFewSayNothing() {
        assertThat(pace(null, taken(0, 20, "a_ada"), taken(0, 40, "a_ada")).waitMs(1))
                .isNull();
    }

    private static Pace pace(@Nullable Instant first, Taken... taken) {
        return pace(first, Stream.of(taken).toList());
    }

    private static Pace pace(@Nullable Instant first, List<Taken> taken) {
        return Pace.of(taken, first, Set.of(), LEAST, FROM, NOW);
    }

    private static Taken taken(long since, long at, String agent) {
        return new Taken(FROM.plusSeconds(since), FROM.plusSeconds(at), agent);
    }
}
