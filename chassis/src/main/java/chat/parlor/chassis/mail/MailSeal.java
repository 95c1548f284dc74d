package chat.parlor.chassis.mail;

import chat.parlor.chassis.seal.Seal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Seals letters while they wait: they hold links that open something.
final class MailSeal {

    private final Seal seal;
    private final JsonMapper json;

    MailSeal(String secret, JsonMapper json) {
        this.seal = new Seal(secret, "parlor mail");
        this.json = json;
    }

    /// `letter`, readable only by [#open] with the same id.
    byte[] seal(String id, Letter letter) {
        return seal.seal(id, json.writeValueAsBytes(letter));
    }

    /// The letter; fails with [Broken] when it was sealed with another secret or changed since.
    Letter open(String id, byte[] sealed) throws Broken {
        try {
            return json.readValue(seal.open(id, sealed), Letter.class);
        } catch (Seal.Broken | JacksonException unreadable) {
            throw new Broken(unreadable);
        }
    }

    /// A sealed letter that cannot be read.
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(Throwable cause) {
            super("sealed with another secret", cause);
        }
    }
}
