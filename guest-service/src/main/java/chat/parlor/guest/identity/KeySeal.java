package chat.parlor.guest.identity;

import chat.parlor.chassis.seal.Seal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps what is signed with out of the database's sight, each for its key alone.
@Component
class KeySeal {

    private static final Logger LOG = LoggerFactory.getLogger(KeySeal.class);
    private final Seal seal;

    KeySeal(IdentityProperties properties) {
        this.seal = new Seal(properties.secretKey(), "parlor identity keys");
    }

    byte[] closed(String key, String secret) {
        return seal.seal(key, secret.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty when it was sealed with another secret: nothing can have been signed with what nobody can read.
    Optional<String> opened(String key, byte[] sealed) {
        try {
            return Optional.of(new String(seal.open(key, sealed), StandardCharsets.UTF_8));
        } catch (Seal.Broken unreadable) {
            LOG.error("identity key {} cannot be read; was parlor.guest.identity.secret-key changed?", key);
            return Optional.empty();
        }
    }
}
