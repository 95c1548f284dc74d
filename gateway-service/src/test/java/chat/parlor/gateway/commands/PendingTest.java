package chat.parlor.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.gateway.commands.Outcome.Refused;
import chat.parlor.gateway.commands.Outcome.Stored;
import chat.parlor.gateway.commands.Outcome.Unknown;
import chat.parlor.gateway.commands.Pending.Added;
import chat.parlor.gateway.commands.TimelineCommand.Author;
import chat.parlor.gateway.commands.TimelineCommand.Send;
import chat.parlor.gateway.delivery.TimelineFact;
import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineFact.RefusedFact;
import chat.parlor.gateway.frame.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pending.Key KEY = new Pending.Key("r_1", "a_1", "m1");
    private static final Frame FRAME = Frame.of("message.sent", false, new byte[0]);

    private final Pending pending = new Pending();
    private final List<Outcome> outcomes = new ArrayList<>();

    private Added add(String text, Instant at) {
        var command = new Send("r_1", "m1", new Author("a_1", "account", "Ada"), at, text, null, null, null);
        return pending.add(KEY, command, outcomes::add);
    }

    private static EntryFact entry(String member, Instant at) {
        return new EntryFact(
                "r_1", 1, 9, "m1", new TimelineFact.Author(member, "account", "x"), at, "hi", null, null, 1L, null);
    }

    @Test
    void entryAnswersItsCommandOnce() {
        add("hi", NOON);

        pending.stored(entry("a_1", NOON), FRAME);
        pending.stored(entry("a_1", NOON), FRAME);

        assertThat(outcomes).containsExactly(new Stored(entry("a_1", NOON), FRAME, false));
        assertThat(pending.size()).isZero();
    }

    @Test
    void entryOfAnotherMemberWithTheSameIdAnswersNothing() {
        add("hi", NOON);

        pending.stored(entry("a_2", NOON), FRAME);

        assertThat(outcomes).isEmpty();
    }

    @Test
    void entryOlderThanTheCommandWasStoredByAnEarlierOne() {
        add("hi", NOON);

        pending.stored(entry("a_1", NOON.minusMillis(1)), FRAME);

        assertThat(outcomes).containsExactly(new Stored(entry("a_1", NOON.minusMillis(1)), FRAME, true));
    }

    @Test
    void sameCommandTwiceIsPublishedOnceAndAnsweredTwice() {
        assertThat(add("hi", NOON)).isEqualTo(Added.FIRST);
        assertThat(add("hi", NOON.plusMillis(3))).isEqualTo(Added.AGAIN);

        pending.stored(entry("a_1", NOON), FRAME);

        assertThat(outcomes)
                .containsExactly(
                        new Stored(entry("a_1", NOON), FRAME, false), new Stored(entry("a_1", NOON), FRAME, true));
    }

    @Test
    void otherCommandUnderTheSameIdIsAConflict() {
        add("hi", NOON);

        assertThat(add("other", NOON)).isEqualTo(Added.CONFLICT);
        pending.stored(entry("a_1", NOON), FRAME);

        assertThat(outcomes).hasSize(1);
    }

    @Test
    void refusalReachesItsAuthor() {
        add("hi", NOON);

        pending.refused(new RefusedFact("r_1", "m1", "a_1", "muted", "no", 5L));

        assertThat(outcomes).containsExactly(new Refused("muted", "no", 5L));
    }

    @Test
    void whatIsNotAnsweredInTimeIsUnknown() {
        add("hi", NOON);

        pending.expire(NOON);
        assertThat(outcomes).isEmpty();
        pending.expire(NOON.plusMillis(1));

        assertThat(outcomes).containsExactly(new Unknown());
        assertThat(pending.size()).isZero();
    }

    @Test
    void whatWasAnsweredDoesNotExpire() {
        add("hi", NOON);
        pending.stored(entry("a_1", NOON), FRAME);

        add("hi", NOON.plusSeconds(1));
        pending.expire(NOON.plusMillis(500));

        assertThat(outcomes).hasSize(1);
        assertThat(pending.size()).isEqualTo(1);
    }
}
