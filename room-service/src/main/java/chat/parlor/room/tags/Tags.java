package chat.parlor.room.tags;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.Id;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The list of tags. Agents read it, administrators keep it.
@Component
final class Tags {

    private static final String ADMINISTRATOR = "administrator";

    private final TagStore store;
    private final TransactionalOperator transaction;
    private final TagProperties properties;

    Tags(TagStore store, TransactionalOperator transaction, TagProperties properties) {
        this.store = store;
        this.transaction = transaction;
        this.properties = properties;
    }

    /// All of them, by name.
    Mono<List<Tag>> list(Caller caller) {
        return Access.isAgent(caller)
                ? store.all().collectList()
                : Mono.error(new TagRefusal.NotAllowed("Only agents see tags"));
    }

    /// Adds one.
    Mono<Tag> add(Caller caller, Tag tag) {
        return administrator(caller)
                .then(Mono.defer(store::countedAlone))
                .filter(count -> count < properties.most())
                .switchIfEmpty(Mono.error(() -> new TagRefusal.TooMany(properties.most())))
                .flatMap(count -> store.insert(tag))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new TagRefusal.NameTaken(tag.name())))
                .thenReturn(tag)
                .as(transaction::transactional);
    }

    /// Gives one another name or colour, on all rooms that have it.
    Mono<Tag> change(Caller caller, Tag tag) {
        return administrator(caller)
                .then(Mono.defer(() -> store.update(tag)))
                .onErrorMap(DuplicateKeyException.class, taken -> new TagRefusal.NameTaken(tag.name()))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(TagRefusal.Unknown::new))
                .thenReturn(tag);
    }

    /// Deletes one for good and takes it off all rooms.
    Mono<Void> delete(Caller caller, String id) {
        return administrator(caller)
                .then(Mono.defer(() -> store.delete(id)))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(TagRefusal.Unknown::new))
                .as(transaction::transactional)
                .then();
    }

    /// The tag called `id`; fails with [TagRefusal.Unknown] when there is none.
    Mono<Tag> find(String id) {
        return Mono.just(id).filter(Id::is).flatMap(store::find).switchIfEmpty(Mono.error(TagRefusal.Unknown::new));
    }

    private static Mono<Void> administrator(Caller caller) {
        return caller.has(ADMINISTRATOR)
                ? Mono.empty()
                : Mono.error(new TagRefusal.NotAllowed("Only administrators keep the list of tags"));
    }
}
