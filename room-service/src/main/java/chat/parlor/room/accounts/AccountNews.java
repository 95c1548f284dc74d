package chat.parlor.room.accounts;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/// Keeps the local copy of accounts up to date.
@Configuration(proxyBeanMethods = false)
class AccountNews {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final AccountStore store;

    AccountNews(AccountStore store) {
        this.store = store;
    }

    @Bean
    Subscription<AccountChanged> accountsLoop() {
        return Subscription.<AccountChanged>to("account.changed")
                .named("accounts")
                .reading("account.changed.v1", AccountChanged.class)
                .inGroup()
                .handledBy(this::apply);
    }

    private void apply(List<Received<AccountChanged>> batch) {
        Flux.fromIterable(batch)
                .concatMap(received -> store.put(received.body().account()))
                .then()
                .block(PATIENCE);
    }
}
