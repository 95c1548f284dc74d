package chat.parlor.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ServiceIT({"spring.config.name=gateway-service", "parlor.gateway.admin-password=correct horse"})
class KeyRotationIT {

    private static final KeysProperties PROPERTIES = new KeysProperties(
            Duration.ofDays(30), Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofSeconds(30));

    @Autowired
    KeyStore store;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void everyNodeTakesTheSameKeysInTurn() {
        var first = signing(node(Instant.now()));
        var due = Instant.now().plus(Duration.ofDays(30)).minus(Duration.ofMinutes(9));
        var nodes = List.of(node(due), node(due), node(due), node(due));

        Flux.fromIterable(nodes).flatMap(Node::turn).blockLast();

        assertThat(nodes).allSatisfy(node -> {
            assertThat(published(node)).hasSize(2).contains(first);
            assertThat(signing(node)).isEqualTo(first);
        });
        var second = published(nodes.getFirst()).stream()
                .filter(id -> !id.equals(first))
                .toList()
                .getFirst();
        var taken = node(due.plus(Duration.ofMinutes(11)));
        assertThat(signing(taken)).isEqualTo(second);
        assertThat(published(taken)).hasSize(2);
        var over = node(due.plus(Duration.ofMinutes(16)));
        over.turn().block();
        assertThat(published(over)).containsExactly(second);
    }

    private Node node(Instant at) {
        var clock = InstantSource.fixed(at).withZone(ZoneOffset.UTC);
        var keys = new Keys(clock);
        var node = new Node(keys, new KeyRotation(keys, store, PROPERTIES, transaction, clock), clock);
        node.turn().block();
        return node;
    }

    private static List<String> published(Node node) {
        return node.keys().published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private String signing(Node node) {
        var ring = store.all().block();
        assertThat(ring).isNotNull();
        return ring == null ? "" : ring.signing(node.clock().instant()).id();
    }

    private record Node(Keys keys, KeyRotation rotation, Clock clock) {
        Mono<Void> turn() {
            return rotation.turn();
        }
    }
}
