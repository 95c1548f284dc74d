package chat.parlor.room.desk;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.room.desk.DeskCommand.AskEnd;
import chat.parlor.room.desk.DeskCommand.Claim;
import chat.parlor.room.desk.DeskCommand.Close;
import chat.parlor.room.desk.DeskCommand.DeclineEnd;
import chat.parlor.room.desk.DeskCommand.GiveBack;
import chat.parlor.room.desk.DeskCommand.HandOff;
import chat.parlor.room.desk.DeskCommand.Hear;
import chat.parlor.room.desk.DeskCommand.Leave;
import chat.parlor.room.desk.DeskCommand.Reopen;
import chat.parlor.room.desk.DeskCommand.Resolve;
import chat.parlor.room.desk.DeskCommand.Snooze;
import chat.parlor.room.desk.DeskCommand.Tick;
import chat.parlor.room.desk.DeskCommand.Transfer;
import chat.parlor.room.desk.DeskCommand.Wake;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.RoomStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DeskRulesTest {

    private static final Instant EARLIER = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T09:05:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T08:00:00Z");
    private static final Named ADA = new Named("a_ada", "Ada");
    private static final Named BEN = new Named("a_ben", "Ben");
    private static final long FENCE = 7;
    private static final Conversation ASSIGNED = new Conversation(RoomStatus.ASSIGNED, ADA, FENCE, EARLIER);
    private static final Conversation ASKED = ASSIGNED.endAsked(EARLIER);
    private static final List<Conversation> STANDINGS = Stream.concat(
                    Arrays.stream(RoomStatus.values()).map(DeskRulesTest::standing), Stream.of(ASKED))
            .toList();

    /// Every command, and what it does to each status in the order of [RoomStatus], and to an assigned room whose
    /// guest has asked to end: the status after it with what it has besides (`f` a new fence, `q` a new place in
    /// the queue, `k` the old place, `e` the question whether it may end, `s` put aside), `=` nothing,
    /// `!` wrong status, `lost` already claimed. Ada is the agent where there is one.
    private static final Map<DeskCommand, String> TABLE = table();

    private static Map<DeskCommand, String> table() {
        var table = new LinkedHashMap<DeskCommand, String>();
        //                             open         queued        assigned      resolved    closed      asked
        table.put(new HandOff(), "     queued:fq    =             =             !           !           =");
        table.put(new Claim(ADA), "    assigned:f   assigned:fk   =             !           !           =");
        table.put(new Claim(BEN), "    assigned:f   assigned:fk   lost          !           !           lost");
        table.put(new Transfer(ADA), " assigned:f   assigned:fk   =             !           !           =");
        table.put(new Transfer(BEN), " assigned:f   assigned:fk   assigned:fk   !           !           assigned:fke");
        table.put(new GiveBack(), "    !            =             queued:fk     !           !           queued:fk");
        table.put(new Resolve(), "     !            !             resolved      !           !           resolved");
        table.put(new Close(), "       closed:f     closed:f      closed:f      closed:f    !           closed:f");
        table.put(new AskEnd(), "      closed:f     closed:f      assigned:ke   closed:f    !           =");
        table.put(new DeclineEnd(), "  !            !             =             !           !           assigned:k");
        table.put(new Reopen(), "      !            !             !             queued:fq   queued:fq   !");
        table.put(new Snooze(LATER), " !            !             assigned:ks   !           !           assigned:kes");
        table.put(new Wake(), "        !            !             =             !           !           =");
        table.put(new Tick(), "        =            =             =             =           =           =");
        table.put(new Hear(false), "   =            =             =             queued:fq   =           =");
        table.put(new Hear(true), "    =            =             queued:fk     queued:fq   =           queued:fk");
        table.put(new Leave("a_ada", false), " =    =             queued:fk     =           =           closed:f");
        table.put(new Leave("a_ada", true), "  =    =             =             =           =           closed:f");
        table.put(new Leave("a_ben", false), " =    =             =             =           =           =");
        return table;
    }

    @TestFactory
    Stream<DynamicTest> everyCommandHasItsOutcomeInEveryStatus() {
        return TABLE.entrySet().stream()
                .flatMap(row -> STANDINGS.stream().map(standing -> {
                    var expected = cells(row.getValue()).get(STANDINGS.indexOf(standing));
                    return DynamicTest.dynamicTest(
                            row.getKey() + " when " + standing + " gives " + expected,
                            () -> assertThat(outcome(standing, row.getKey())).isEqualTo(expected));
                }));
    }

    @Test
    void everyKindOfCommandIsInTheTable() {
        var kinds = Arrays.stream(DeskCommand.class.getPermittedSubclasses());

        assertThat(TABLE.keySet().stream().map(DeskCommand::getClass).distinct())
                .hasSize((int) kinds.count());
    }

    @Test
    void aLoserLearnsWhoWon() {
        var outcome = DeskRules.decide(standing(RoomStatus.ASSIGNED), new Claim(BEN), NOW);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        DeskRefusal.AlreadyClaimed.class,
                                        late -> assertThat(late.claimedBy()).isEqualTo(ADA)));
    }

    @Test
    void aConversationReleasedWithoutAPlaceGoesToTheEnd() {
        var claimedFromOpen = new Conversation(RoomStatus.ASSIGNED, ADA, FENCE, null);

        var outcome = DeskRules.decide(claimedFromOpen, new GiveBack(), NOW);

        assertThat(outcome)
                .isEqualTo(new Outcome.Changed(
                        new Conversation(RoomStatus.QUEUED, null, FENCE + 1, NOW), new DeskFact.Released(ADA)));
    }

    @Test
    void whatIsPutAsideComesBackInTimeOrWhenAnythingHappens() {
        var snoozed = ASSIGNED.snoozed(LATER);
        var back = new Outcome.Changed(ASSIGNED, new DeskFact.Woken());

        assertThat(DeskRules.decide(snoozed, new Tick(), LATER.minusMillis(1))).isInstanceOf(Outcome.Unchanged.class);
        assertThat(DeskRules.decide(snoozed, new Tick(), LATER)).isEqualTo(back);
        assertThat(DeskRules.decide(snoozed, new Wake(), NOW)).isEqualTo(back);
        assertThat(DeskRules.decide(snoozed, new Hear(false), NOW)).isEqualTo(back);
        assertThat(DeskRules.decide(snoozed, new Snooze(LATER), NOW)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(DeskRules.decide(snoozed, new Leave("a_ada", false), NOW)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(Stream.of(
                                new Hear(true),
                                new AskEnd(),
                                new Transfer(BEN),
                                new GiveBack(),
                                new Resolve(),
                                new Close())
                        .map(command -> DeskRules.decide(snoozed, command, NOW)))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Changed.class,
                                changed -> assertThat(changed.next().snoozedUntil())
                                        .isNull()));
    }

    @Test
    void whoResolvedItStaysNamed() {
        var outcome = DeskRules.decide(standing(RoomStatus.ASSIGNED), new Resolve(), NOW);

        assertThat(outcome)
                .isEqualTo(new Outcome.Changed(
                        new Conversation(RoomStatus.RESOLVED, ADA, FENCE, null), new DeskFact.Resolved()));
    }

    private static List<String> cells(String row) {
        return Pattern.compile("\\s+").splitAsStream(row.strip()).toList();
    }

    private static String outcome(Conversation before, DeskCommand command) {
        return switch (DeskRules.decide(before, command, NOW)) {
            case Outcome.Unchanged() -> "=";
            case Outcome.Refused(DeskRefusal.AlreadyClaimed late) -> "lost";
            case Outcome.Refused(var other) -> "!";
            case Outcome.Changed(var next, var fact) -> told(before, next);
        };
    }

    private static String told(Conversation before, Conversation next) {
        var changes = (next.fence() == before.fence() ? "" : "f")
                + (Objects.equals(next.queuedAt(), NOW) ? "q" : "")
                + (Objects.equals(next.queuedAt(), EARLIER) ? "k" : "")
                + (next.endAskedAt() == null ? "" : "e")
                + (next.snoozedUntil() == null ? "" : "s");
        return next.status().wire() + (changes.isEmpty() ? "" : ":" + changes);
    }

    private static Conversation standing(RoomStatus status) {
        return switch (status) {
            case OPEN -> new Conversation(status, null, FENCE, null);
            case QUEUED -> new Conversation(status, null, FENCE, EARLIER);
            case ASSIGNED -> ASSIGNED;
            case RESOLVED, CLOSED -> new Conversation(status, ADA, FENCE, null);
        };
    }
}
