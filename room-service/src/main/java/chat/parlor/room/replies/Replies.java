package chat.parlor.room.replies;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.Id;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The quick replies of the desk. Agents keep their own; the shared ones are kept by administrators.
@Component
final class Replies {

    private static final String ADMINISTRATOR = "administrator";
    private final ReplyStore store;
    private final TransactionalOperator transaction;
    private final ReplyProperties properties;
    private final Clock clock;

    Replies(ReplyStore store, TransactionalOperator transaction, ReplyProperties properties, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /// What the caller can send: the caller's own and the shared ones, by shortcut.
    Mono<List<QuickReply>> list(Caller caller) {
        return agent(caller).flatMap(agent -> store.visibleTo(agent).collectList());
    }

    /// Keeps a new one.
    Mono<QuickReply> add(Caller caller, ReplyForm form) {
        return agent(caller)
                .doOnNext(agent -> requireRight(caller, form.forEverybody()))
                .map(agent -> form.words(properties.bodyCharacters()))
                .map(words -> QuickReply.first(form.forEverybody() ? null : caller.id(), words, now()))
                .flatMap(reply -> stored(reply).as(transaction::transactional));
    }

    /// Changes one from the version the caller has read.
    Mono<QuickReply> change(Caller caller, String id, ReplyForm form) {
        return changeable(caller, id).flatMap(reply -> changed(reply, form));
    }

    /// Deletes one for good.
    Mono<Void> delete(Caller caller, String id) {
        return changeable(caller, id).flatMap(reply -> store.delete(reply.id()));
    }

    private Mono<QuickReply> stored(QuickReply reply) {
        var most = reply.shared() ? properties.mostShared() : properties.mostPersonal();
        return store.countedAlone(reply.owner())
                .filter(count -> count < most)
                .switchIfEmpty(Mono.error(() -> new ReplyRefusal.TooMany(most)))
                .flatMap(count -> store.insert(reply))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(
                        () -> new ReplyRefusal.ShortcutTaken(reply.words().shortcut())))
                .thenReturn(reply);
    }

    private Mono<QuickReply> changed(QuickReply reply, ReplyForm form) {
        var next = reply.saying(form.words(properties.bodyCharacters()), now());
        if (form.from() != reply.version()) {
            return Mono.error(new ReplyRefusal.Changed(reply));
        }
        return store.update(next)
                .onErrorMap(
                        DuplicateKeyException.class,
                        taken -> new ReplyRefusal.ShortcutTaken(next.words().shortcut()))
                .flatMap(stored -> stored ? Mono.just(next) : overtaken(reply.id()));
    }

    private Mono<QuickReply> overtaken(String id) {
        return store.find(id)
                .switchIfEmpty(Mono.error(ReplyRefusal.Unknown::new))
                .flatMap(now -> Mono.error(new ReplyRefusal.Changed(now)));
    }

    /// One the caller sees and may change. Somebody else's answers like none at all.
    private Mono<QuickReply> changeable(Caller caller, String id) {
        return agent(caller)
                .filter(agent -> Id.is(id))
                .flatMap(agent -> store.find(id))
                .filter(reply -> reply.shared() || reply.belongsTo(caller.id()))
                .switchIfEmpty(Mono.error(ReplyRefusal.Unknown::new))
                .doOnNext(reply -> requireRight(caller, reply.shared()));
    }

    private static Mono<String> agent(Caller caller) {
        return Access.isAgent(caller)
                ? Mono.just(caller.id())
                : Mono.error(new ReplyRefusal.NotAllowed("Only agents have quick replies"));
    }

    private static void requireRight(Caller caller, boolean shared) {
        if (shared && !caller.has(ADMINISTRATOR)) {
            throw new ReplyRefusal.NotAllowed("Only administrators change what is shared");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
