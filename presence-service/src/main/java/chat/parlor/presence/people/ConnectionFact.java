package chat.parlor.presence.people;

import java.time.Instant;

/// What the gateways say about their sockets, as far as it is read here. Schemas: `docs/contracts/gateway`.
sealed interface ConnectionFact {

    String TOPIC = "connection";

    /// The gateway process that says it, and so is alive.
    String node();

    /// What is said about one person.
    sealed interface OfMember extends ConnectionFact {
        String member();

        String connection();
    }

    /// `connection.opened.v1`
    record Opened(String connection, String node, String member, String kind, String name) implements OfMember {}

    /// `connection.closed.v1`
    record Closed(String connection, String node, String member, Instant at) implements OfMember {}

    /// `connection.status.v1`
    record Chosen(String connection, String node, String member, Status status, Instant at) implements OfMember {}

    /// `gateway.alive.v1`
    record Alive(String node) implements ConnectionFact {}
}
