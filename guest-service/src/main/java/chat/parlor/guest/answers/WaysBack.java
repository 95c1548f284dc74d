package chat.parlor.guest.answers;

import chat.parlor.guest.registration.Tokens;
import java.time.Clock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// What the links of a mail do: one leads back into the conversation, once, the other ends such mails.
@Service
class WaysBack {

    private static final Logger LOG = LoggerFactory.getLogger(WaysBack.class);
    private static final Pattern SECRET = Pattern.compile("p[as]_[A-Za-z0-9_-]{43}");

    private final AnswerLinks links;
    private final AnswerTable table;
    private final Tokens tokens;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WaysBack(AnswerLinks links, AnswerTable table, Tokens tokens, TransactionalOperator transaction, Clock clock) {
        this.links = links;
        this.table = table;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Who came back, with a token of this browser's own.
    record Opened(Guest guest, String token, String room) {

        /// @param name how it called itself
        record Guest(String id, String name) {}
    }

    /// Uses the link up.
    ///
    /// @return fails with [AnswerRefusal]
    Mono<Opened> open(String secret) {
        return known(secret)
                .flatMap(links::back)
                .switchIfEmpty(Mono.error(AnswerRefusal.UnknownLink::new))
                .map(this::counting)
                .flatMap(back -> opened(secret, back))
                .as(transaction::transactional)
                .doOnNext(opened ->
                        LOG.info("guest {} came back by mail", opened.guest().id()));
    }

    private AnswerLinks.Back counting(AnswerLinks.Back back) {
        if (back.used()) {
            throw new AnswerRefusal.LinkUsed();
        }
        if (!clock.instant().isBefore(back.expiresAt())) {
            throw new AnswerRefusal.LinkExpired();
        }
        return back;
    }

    private Mono<Opened> opened(String secret, AnswerLinks.Back back) {
        var now = clock.instant();
        return links.use(secret, now)
                .then(Mono.defer(() -> tokens.another(back.guest(), now)))
                .map(token -> new Opened(new Opened.Guest(back.guest(), back.name()), token, back.room()));
    }

    /// What a link would end; empty when there is no such link.
    Mono<AnswerLinks.Stop> stop(String secret) {
        return known(secret).flatMap(links::stop);
    }

    /// Ends the mails about the conversation; empty when there is no such link.
    Mono<AnswerLinks.Stop> stopped(String secret) {
        return stop(secret).delayUntil(found -> table.stop(found.room(), clock.instant()));
    }

    private static Mono<String> known(String secret) {
        return Mono.just(secret).filter(given -> SECRET.matcher(given).matches());
    }
}
