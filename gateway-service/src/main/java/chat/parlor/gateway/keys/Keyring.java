package chat.parlor.gateway.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The keys at one moment. The newest that signs already is the one that signs; each is published from its creation
/// until some time after its successor took over.
record Keyring(List<SigningKey> keys) {

    static final Keyring EMPTY = new Keyring(List.of());

    Keyring {
        keys = keys.stream().sorted(Comparator.comparing(SigningKey::signsFrom)).toList();
    }

    /// The key that signs at `now`; the first one signs even before its time.
    SigningKey signing(Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .or(() -> keys.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("no signing key"));
    }

    /// The keys whose successor has signed for longer than `kept`: no token of theirs is good any more.
    List<SigningKey> over(Instant now, Duration kept) {
        return keys.stream()
                .filter(key -> successor(key)
                        .filter(next -> !next.signsFrom().plus(kept).isAfter(now))
                        .isPresent())
                .toList();
    }

    /// When the next key should begin to sign, if it is time to publish it.
    Optional<Instant> next(Instant now, KeysProperties properties) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        var published = keys.getLast().signsFrom().plus(properties.rotation()).minus(properties.publishedBefore());
        return published.isAfter(now) ? Optional.empty() : Optional.of(now.plus(properties.publishedBefore()));
    }

    private Optional<SigningKey> successor(SigningKey key) {
        var next = keys.indexOf(key) + 1;
        return next < keys.size() ? Optional.of(keys.get(next)) : Optional.empty();
    }
}
