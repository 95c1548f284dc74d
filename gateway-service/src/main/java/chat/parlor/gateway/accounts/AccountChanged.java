package chat.parlor.gateway.accounts;

import chat.parlor.chassis.event.Event;
import java.util.List;

/// An account as it is now. Wire shape: `docs/contracts/gateway/account.changed.v1.schema.json`.
record AccountChanged(String id, String name, List<String> roles, boolean disabled) {

    static final String TOPIC = "account.changed";
    static final String TYPE = "account.changed.v1";

    static Event event(Account account) {
        return Event.of(TOPIC, account.id(), TYPE, of(account));
    }

    static AccountChanged of(Account account) {
        return new AccountChanged(account.id(), account.name(), account.roles(), account.disabled());
    }
}
