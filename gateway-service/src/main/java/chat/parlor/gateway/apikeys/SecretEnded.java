package chat.parlor.gateway.apikeys;

import chat.parlor.chassis.event.Event;
import java.time.Instant;

/// A secret of an API key counts no more. Wire shape: `docs/contracts/gateway/secret.ended.v1.schema.json`.
///
/// @param secret which one; not the secret itself
record SecretEnded(String secret, String key, Instant at) {

    static final String TOPIC = "secret.ended";
    static final String TYPE = "secret.ended.v1";

    Event event() {
        return Event.of(TOPIC, key, TYPE, this);
    }
}
