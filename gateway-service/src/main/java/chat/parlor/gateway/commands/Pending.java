package chat.parlor.gateway.commands;

import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineFact.RefusedFact;
import chat.parlor.gateway.frame.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// The commands of this node whose outcome is not known yet. Safe for any thread.
final class Pending {

    private final Map<Key, Waiting> waiting = new ConcurrentHashMap<>();
    /// The same, oldest first: all wait equally long, so one look at the head finds what is overdue.
    private final Queue<Waiting> byAge = new ConcurrentLinkedQueue<>();

    /// What tells commands apart.
    record Key(String room, String member, String id) {}

    /// What came of adding a command.
    enum Added {
        /// It waits and has to be published.
        FIRST,
        /// The same command waits already; both will be answered.
        AGAIN,
        /// Another command waits under the same id.
        CONFLICT
    }

    private static final class Waiting {
        private final Key key;
        private final TimelineCommand command;
        private final List<Waiter> waiters = new ArrayList<>(1);
        /// Set once it is off the map: nobody may join any more.
        private boolean over;

        Waiting(Key key, TimelineCommand command) {
            this.key = key;
            this.command = command;
        }

        synchronized boolean join(Waiter waiter) {
            return !over && waiters.add(waiter);
        }

        synchronized List<Waiter> end() {
            over = true;
            return List.copyOf(waiters);
        }
    }

    private record Waiter(Instant since, Consumer<Outcome> answer) {}

    /// Adds a command; `answer` is called once, unless it is a conflict.
    Added add(Key key, TimelineCommand command, Consumer<Outcome> answer) {
        var waiter = new Waiter(command.at(), answer);
        while (true) {
            var fresh = new Waiting(key, command);
            fresh.join(waiter);
            var had = waiting.putIfAbsent(key, fresh);
            if (had == null) {
                byAge.add(fresh);
                return Added.FIRST;
            }
            if (!had.command.sameAs(command)) {
                return Added.CONFLICT;
            }
            if (had.join(waiter)) {
                return Added.AGAIN;
            }
            waiting.remove(key, had);
        }
    }

    int size() {
        return waiting.size();
    }

    /// Answers who waits for `entry`.
    void stored(EntryFact entry, Frame frame) {
        var found = waiting.remove(new Key(entry.room(), entry.author().id(), entry.id()));
        if (found != null) {
            found.end()
                    .forEach(waiter -> waiter.answer()
                            .accept(new Outcome.Stored(entry, frame, entry.at().isBefore(waiter.since()))));
        }
    }

    /// Answers whose command was refused.
    void refused(RefusedFact refused) {
        var found = waiting.remove(new Key(refused.room(), refused.author(), refused.id()));
        if (found != null) {
            var outcome = new Outcome.Refused(refused.code(), refused.message(), refused.retryAfterMs());
            found.end().forEach(waiter -> waiter.answer().accept(outcome));
        }
    }

    /// Gives up on one command.
    void unknown(Key key) {
        var found = waiting.remove(key);
        if (found != null) {
            found.end().forEach(waiter -> waiter.answer().accept(new Outcome.Unknown()));
        }
    }

    /// Gives up on everything given before `deadline`.
    void expire(Instant deadline) {
        for (var oldest = byAge.peek();
                oldest != null && oldest.command.at().isBefore(deadline);
                oldest = byAge.peek()) {
            byAge.remove(oldest);
            if (waiting.remove(oldest.key, oldest)) {
                oldest.end().forEach(waiter -> waiter.answer().accept(new Outcome.Unknown()));
            }
        }
    }
}
