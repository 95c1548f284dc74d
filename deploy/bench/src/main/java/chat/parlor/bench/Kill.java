package chat.parlor.bench;

import chat.parlor.bench.client.Api;
import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.ledger.Ledger;
import chat.parlor.bench.stack.ScratchStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Kills the JVM that holds broker and services, hard and at random moments, while members send; starts it again each
/// time; and in the end holds every acknowledgement against every history.
final class Kill {
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final int ROOM_SIZE = 4;

    /// All clients share an address, and they are many.
    private static final List<String> LIMITS = List.of(
            "--",
            "--parlor.gateway.commands.sends=100000",
            "--parlor.gateway.admission.per-address=1000",
            "--parlor.gateway.admission.handshakes=1000");

    private final KillPlan plan;
    private final Ledger ledger = new Ledger();
    private final Random random;

    Kill(KillPlan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
    }

    /// Runs it all on a stack of its own; true when nothing was lost, doubled or moved.
    boolean run() {
        try (var stack = ScratchStack.start(LIMITS);
                var api = new Api(stack.url())) {
            var senders = senders(api, stack.adminPassword());
            senders.forEach(Sender::start);
            try {
                for (int round = 1; round <= plan.rounds(); round++) {
                    killOnce(stack, round);
                }
                drain(senders);
            } finally {
                senders.forEach(Sender::close);
            }
            return verdict(senders);
        }
    }

    private void killOnce(ScratchStack stack, int round) {
        pause(random.nextInt(plan.seconds() * 1000 / 2, plan.seconds() * 1000 + 1));
        var before = ledger.size();
        stack.kill();
        var killed = System.nanoTime();
        stack.startAgain();
        while (ledger.size() == before) {
            pause(20);
            if (System.nanoTime() - killed > DRAIN.toNanos()) {
                throw new Unexpected("no acknowledgement " + DRAIN.toSeconds() + " s after the restart");
            }
        }
        System.out.printf(
                "kill %d of %d: %d acknowledged before, the next %.1f s after%n",
                round, plan.rounds(), before, (System.nanoTime() - killed) / 1e9);
    }

    /// Lets every message that is under way be acknowledged.
    private static void drain(List<Sender> senders) {
        senders.forEach(Sender::finish);
        var deadline = System.nanoTime() + DRAIN.toNanos();
        while (!senders.stream().allMatch(Sender::isIdle)) {
            pause(50);
            if (System.nanoTime() > deadline) {
                throw new Unexpected("messages still not acknowledged after " + DRAIN.toSeconds() + " s");
            }
        }
    }

    private boolean verdict(List<Sender> senders) {
        senders.forEach(Sender::catchUp);
        var violations = new ArrayList<String>();
        for (var sender : senders) {
            violations.addAll(ledger.violations(sender.room(), sender.member(), sender.history()));
            violations.addAll(ledger.violations(sender.room(), sender.member() + " live", sender.stream()));
        }
        violations.stream().limit(20).forEach(System.out::println);
        System.out.printf(
                "%d messages acknowledged, %d histories and %d live streams checked: %s%n",
                ledger.size(),
                senders.size(),
                senders.size(),
                violations.isEmpty() ? "each once and in order" : violations.size() + " violations");
        return violations.isEmpty();
    }

    private List<Sender> senders(Api api, String password) {
        var admin = api.signIn("admin@parlor.local", password);
        var accounts = new ArrayList<String>();
        for (int i = 0; i < plan.clients(); i++) {
            accounts.add(account(api, admin, i));
        }
        var senders = new ArrayList<Sender>();
        for (int first = 0; first < accounts.size(); first += ROOM_SIZE) {
            senders.addAll(room(api, accounts, first, Math.min(first + ROOM_SIZE, accounts.size())));
        }
        return senders;
    }

    private static String account(Api api, String admin, int number) {
        var made = api.call(
                admin,
                "POST",
                "/accounts",
                Map.of(
                        "name", "Sender " + number,
                        "email", email(number),
                        "password", secret(number),
                        "roles", List.of("agent")));
        return made.path("account").path("id").asString();
    }

    private List<Sender> room(Api api, List<String> accounts, int first, int end) {
        var owner = api.signIn(email(first), secret(first));
        var others = accounts.subList(first + 1, end);
        var room = api.call(
                        owner, "POST", "/rooms", Map.of("kind", "group", "name", "Kill " + first, "members", others))
                .path("id")
                .asString();
        var senders = new ArrayList<Sender>();
        for (int i = first; i < end; i++) {
            var token = i == first ? owner : api.signIn(email(i), secret(i));
            senders.add(new Sender(api, token, accounts.get(i), room, ledger));
        }
        return senders;
    }

    private static String email(int number) {
        return "sender" + number + "@bench.example";
    }

    private static String secret(int number) {
        return "a password of sender " + number;
    }

    static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }
}
