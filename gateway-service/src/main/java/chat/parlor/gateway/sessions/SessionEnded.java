package chat.parlor.gateway.sessions;

import java.time.Instant;

/// A session is over. Wire shape: `docs/contracts/gateway/session.ended.v1.schema.json`.
record SessionEnded(String session, String account, Instant at) {

    static final String TOPIC = "session.ended";
    static final String TYPE = "session.ended.v1";
}
