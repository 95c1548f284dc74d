package chat.parlor.gateway.accounts;

import chat.parlor.chassis.ids.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// Creates an administrator before the first request when there is none. Starting fails when that fails.
@Component
class FirstAdministrator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final long TRIES = PATIENCE.dividedBy(BETWEEN_TRIES);
    /// Well before the web server starts.
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 10_000;

    private final Accounts accounts;
    private final AdministratorProperties properties;
    private volatile boolean running;

    FirstAdministrator(Accounts accounts, AdministratorProperties properties) {
        this.accounts = accounts;
        this.properties = properties;
    }

    @Override
    public void start() {
        patiently(accounts.hasAdministrator().filter(exists -> !exists).flatMap(none -> created()))
                .block(PATIENCE);
        running = true;
    }

    /// The same, asked again while the database cannot be reached. This is the first question after the start: on a
    /// busy
    /// machine making the first connections takes longer than a request may wait for one.
    static <T> Mono<T> patiently(Mono<T> question) {
        return question.retryWhen(Retry.fixedDelay(TRIES, BETWEEN_TRIES)
                .filter(failure -> failure instanceof DataAccessResourceFailureException
                        || failure instanceof CannotCreateTransactionException));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private Mono<Account> created() {
        var given = properties.adminPassword();
        var generate = given == null || given.isBlank();
        var password = given == null || generate ? Ids.random("") : given;
        var wanted =
                new WantedAccount("Administrator", properties.adminEmail().strip(), password, List.of("administrator"));
        // Inside the transaction: of two nodes that start at once only the winner writes its password.
        var file = generate ? written(password) : Mono.<Void>empty();
        return accounts.create(wanted, null, file)
                .doOnNext(account -> LOG.info("created the first administrator account={}", account.id()))
                .onErrorResume(AccountRefusal.EmailTaken.class, e -> Mono.empty());
    }

    private Mono<Void> written(String password) {
        return Mono.<Void>fromRunnable(() -> write(properties.adminPasswordFile(), password))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static void write(Path file, String password) {
        try {
            var absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            Files.deleteIfExists(absolute);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                    absolute, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                channel.write(StandardCharsets.UTF_8.encode(password + "\n"));
            }
            LOG.info("wrote the administrator's password to {}", absolute);
        } catch (IOException e) {
            throw new UncheckedIOException("the administrator's password cannot be written to " + file, e);
        }
    }
}
