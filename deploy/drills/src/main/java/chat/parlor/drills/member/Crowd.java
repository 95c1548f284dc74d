package chat.parlor.drills.member;

import chat.parlor.drills.stack.Pause;
import chat.parlor.drills.stack.Unexpected;
import chat.parlor.guarantees.History;
import chat.parlor.guarantees.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Members in their rooms, all talking.
public final class Crowd implements AutoCloseable {
    private static final Duration GATHER = Duration.ofMinutes(1);
    private static final Duration DRAIN = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofSeconds(40);

    private final Ledger ledger = new Ledger();
    private final Tally tally = new Tally();
    private final List<Member> members = new ArrayList<>();

    private Crowd() {}

    /// How many, where, and how much.
    ///
    /// @param clients members altogether
    /// @param rooms rooms they are spread over
    /// @param rate messages a second, of all of them together
    public record Size(int clients, int rooms, int rate) {
        Duration pace() {
            return Duration.ofNanos(TimeUnit.SECONDS.toNanos(clients) / rate);
        }
    }

    /// Makes fresh rooms and lets everybody begin to talk.
    public static Crowd gather(People people, Size size, String name, long seed) {
        var crowd = new Crowd();
        var all = people.take(size.clients());
        for (int room = 0; room < size.rooms(); room++) {
            var seats = new ArrayList<Person>();
            for (int i = room; i < all.size(); i += size.rooms()) {
                seats.add(all.get(i));
            }
            if (!seats.isEmpty()) {
                crowd.seat(people.room(name + " " + room, seats), seats, size.pace(), seed);
            }
        }
        crowd.members.forEach(Member::start);
        crowd.awaitOnline(GATHER);
        return crowd;
    }

    private void seat(String room, List<Person> seats, Duration pace, long seed) {
        for (var person : seats) {
            members.add(new Member(person, room, pace, ledger, tally, seed * 1_000 + members.size()));
        }
    }

    /// Waits until everybody has their room open.
    public void awaitOnline(Duration patience) {
        if (!Pause.until(
                patience,
                () -> members.stream().allMatch(member -> member.talk().isOnline()))) {
            var away =
                    members.stream().filter(member -> !member.talk().isOnline()).toList();
            throw new Unexpected(away.size() + " of " + members.size() + " members could not come in: "
                    + away.getFirst().talk().lastFailure());
        }
    }

    /// The members.
    public List<Member> members() {
        return List.copyOf(members);
    }

    /// The rooms.
    public List<String> rooms() {
        return members.stream().map(Member::room).distinct().toList();
    }

    /// What is counted.
    public Tally tally() {
        return tally;
    }

    /// What is taken down.
    public Ledger ledger() {
        return ledger;
    }

    /// Ends the talk: waits until everything that was sent is acknowledged and everybody has everything, without
    /// anybody's help, then reads every history.
    public void conclude() {
        members.forEach(member -> member.talk().finish());
        if (!Pause.until(
                DRAIN, () -> members.stream().allMatch(member -> member.talk().isIdle()))) {
            var open =
                    members.stream().filter(member -> !member.talk().isIdle()).toList();
            throw new Unexpected(open.size() + " members wait for acknowledgements still, "
                    + DRAIN.toMinutes() + " minutes after the last message; the first one says: "
                    + open.getFirst().talk().lastFailure());
        }
        members.forEach(member -> ledger.read(new History(
                member.room(),
                member.person().id(),
                member.person().api().history(member.person().token(), member.room()))));
        var heads = heads();
        // who did not get there is found by the ledger
        Pause.until(
                SETTLE,
                () -> members.stream()
                        .allMatch(member -> member.talk().last() >= heads.getOrDefault(member.room(), 0L)));
    }

    private Map<String, Long> heads() {
        return ledger.recording().histories().stream()
                .collect(Collectors.toMap(History::room, History::head, Math::max));
    }

    @Override
    public void close() {
        members.forEach(Member::close);
    }
}
