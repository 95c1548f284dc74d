package chat.parlor.gateway.connections;

import java.time.Instant;

/// A fact on topic `connection`: see docs/contracts/gateway.
sealed interface ConnectionFact {

    String TOPIC = "connection";

    /// The logical type.
    String type();

    /// The ordering key.
    String key();

    /// A socket was let in. Key: its member.
    record Opened(String connection, String node, String member, String kind, String name, Instant at)
            implements ConnectionFact {
        @Override
        public String type() {
            return "connection.opened.v1";
        }

        @Override
        public String key() {
            return member;
        }
    }

    /// A socket that had been let in is gone. Key: its member.
    record Closed(String connection, String node, String member, Instant at) implements ConnectionFact {
        @Override
        public String type() {
            return "connection.closed.v1";
        }

        @Override
        public String key() {
            return member;
        }
    }

    /// A person chose an availability. Key: the member.
    record Status(String connection, String node, String member, String status, Instant at) implements ConnectionFact {
        @Override
        public String type() {
            return "connection.status.v1";
        }

        @Override
        public String key() {
            return member;
        }
    }

    /// This node is alive. Key: the node.
    record Alive(String node, Instant at) implements ConnectionFact {
        @Override
        public String type() {
            return "gateway.alive.v1";
        }

        @Override
        public String key() {
            return node;
        }
    }
}
