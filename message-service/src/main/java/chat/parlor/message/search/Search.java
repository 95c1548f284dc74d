package chat.parlor.message.search;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.message.access.Rooms;
import chat.parlor.message.search.SearchIndex.Places;
import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Finds messages, newest first. It looks at more and more of the index until a page is full; when that takes long it
/// gives what it has and says where to go on.
@Component
class Search {

    /// Messages looked at closely at a time: all of them may turn out to be for others.
    private static final int CLOSELY = 100;

    private static final String CANCELLED = "57014";

    private final SearchIndex index;
    private final Rooms rooms;
    private final TransactionalOperator transaction;
    private final SearchProperties properties;
    private final Clock clock;

    Search(
            SearchIndex index,
            Rooms rooms,
            TransactionalOperator transaction,
            SearchProperties properties,
            Clock clock) {
        this.index = index;
        this.rooms = rooms;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /// What was found.
    ///
    /// @param hits newest first
    /// @param next the place to go on before; absent when all has been seen
    record Found(List<Hit> hits, @Nullable Long next) {}

    /// What is looked for, by whom, and until when.
    private record Task(Marks marks, String reader, Instant deadline) {
        SearchQuery query() {
            return marks.query();
        }
    }

    /// Searches one room; fails with [SearchRefusal.NotAMember] for everybody who may not read it.
    Mono<Found> inRoom(String room, Caller caller, SearchQuery query) {
        return rooms.mayRead(room, caller.id())
                .filter(allowed -> allowed)
                .switchIfEmpty(Mono.error(SearchRefusal.NotAMember::new))
                .flatMap(allowed -> find(index.places(room), task(query, caller, List.of("=r" + room))))
                .as(Search::uncancelled);
    }

    /// Searches all rooms the caller may read; fails with [SearchRefusal.NotAllowed] for who has no account.
    Mono<Found> everywhere(Caller caller, SearchQuery query) {
        if (!caller.is(CallerKind.ACCOUNT)) {
            return Mono.error(new SearchRefusal.NotAllowed());
        }
        return index.roomsOf(caller.id())
                .map(Search::scope)
                .flatMap(scope -> find(index.places(), task(query, caller, scope)))
                .as(Search::uncancelled);
    }

    private static List<String> scope(List<String> own) {
        return own.size() > SearchIndex.MOST_ROOMS
                ? List.of()
                : Stream.concat(Stream.of("=s"), own.stream().map(room -> "=r" + room))
                        .toList();
    }

    private Task task(SearchQuery query, Caller caller, List<String> scope) {
        return new Task(new Marks(query, scope), caller.id(), clock.instant().plus(properties.enough()));
    }

    private Mono<Found> find(Mono<Places> places, Task task) {
        return index.bound(properties.longest())
                .then(places)
                .map(where -> Walk.from(where, task.query().before()))
                .expand(walk -> isEnough(walk, task) ? Mono.empty() : step(walk, task))
                .last()
                .map(walk -> found(walk, task.query()))
                .as(transaction::transactional)
                .onErrorMap(Search::isTimeout, timeout -> new SearchRefusal.TookTooLong());
    }

    /// The first look is always taken, so that whoever goes on gets on.
    private boolean isEnough(Walk walk, Task task) {
        var late = walk.hasLooked() && clock.instant().isAfter(task.deadline());
        return walk.isOver() || walk.found().size() > task.query().limit() || late;
    }

    private Mono<Walk> step(Walk walk, Task task) {
        var marks = task.marks().in(walk.firstBlock(), walk.lastBlock());
        return index.look(marks, walk.look(), CLOSELY)
                .flatMap(seen -> readable(seen, task).map(more -> after(walk, seen, more)));
    }

    private static Walk after(Walk walk, List<Candidate> seen, List<Candidate> more) {
        return seen.size() < CLOSELY
                ? walk.done(more)
                : walk.cutAt(seen.getLast().place(), more);
    }

    /// By the copies of rooms: who was let in a moment ago may have to ask again.
    private Mono<List<Candidate>> readable(List<Candidate> seen, Task task) {
        var fitting = seen.stream().filter(each -> each.fits(task.query())).toList();
        return fitting.isEmpty()
                ? Mono.just(List.of())
                : rooms.readable(roomsOf(fitting), task.reader())
                        .map(open -> fitting.stream()
                                .filter(each -> open.contains(each.room()))
                                .toList());
    }

    private static Set<String> roomsOf(List<Candidate> found) {
        return found.stream().map(Candidate::room).collect(Collectors.toSet());
    }

    private static Found found(Walk walk, SearchQuery query) {
        var page = walk.found().stream().limit(query.limit()).toList();
        var hits = page.stream().map(each -> each.hit(query.terms())).toList();
        if (walk.found().size() > page.size()) {
            return new Found(hits, page.getLast().place());
        }
        return new Found(hits, walk.isOver() ? null : walk.next() + 1);
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof R2dbcException direct
                ? CANCELLED.equals(direct.getSqlState())
                : failure.getCause() != null && isTimeout(failure.getCause());
    }

    /// Lets a query run to its end when the caller hangs up: a cancelled one can cost the pool a connection.
    private static <T> Mono<T> uncancelled(Mono<T> query) {
        return Mono.defer(() -> Mono.fromFuture(query.toFuture(), true));
    }
}
