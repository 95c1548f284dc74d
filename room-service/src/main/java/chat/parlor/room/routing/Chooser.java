package chat.parlor.room.routing;

import chat.parlor.room.desk.Assignment;
import chat.parlor.room.domain.Named;
import chat.parlor.room.queue.Next;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Finds an agent for each guest in turn. Guests are served strictly in the order they come in; no agent gets more
/// than its capacity; whoever gave a conversation back gets it again only when nobody else has room.
final class Chooser {

    private final PriorityQueue<Seat> seats;
    /// Larger than the turn of every seat; grows with each that is given.
    private long turn;

    Chooser(Policy policy, Collection<Seat> seats) {
        this.seats = new PriorityQueue<>(policy.order());
        seats.stream().filter(seat -> seat.free() > 0).forEach(this.seats::add);
        this.turn = seats.stream().mapToLong(Seat::turn).max().orElse(0);
    }

    /// How many guests there is room for.
    long places() {
        return seats.stream().mapToLong(Seat::free).sum();
    }

    /// Who gets whom: the first of `guests`, as many as there is room for.
    List<Assignment> match(List<Next> guests) {
        var matched = new ArrayList<Assignment>();
        for (var guest : guests) {
            var agent = next(guest.returnedBy());
            if (agent == null) {
                break;
            }
            matched.add(new Assignment(guest.room(), agent));
        }
        return List.copyOf(matched);
    }

    private @Nullable Named next(@Nullable String unwilling) {
        var first = seats.poll();
        if (first == null) {
            return null;
        }
        var other = first.agent().id().equals(unwilling) ? seats.poll() : null;
        if (other == null) {
            return given(first);
        }
        seats.add(first);
        return given(other);
    }

    private Named given(Seat seat) {
        turn++;
        var after = seat.given(turn);
        if (after.free() > 0) {
            seats.add(after);
        }
        return seat.agent();
    }
}
