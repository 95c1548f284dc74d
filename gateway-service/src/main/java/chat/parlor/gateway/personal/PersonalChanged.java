package chat.parlor.gateway.personal;

/// A person's settings as they are now. Wire shape: `docs/contracts/gateway/personal.changed.v1.schema.json`.
record PersonalChanged(String account, PersonalSettings settings) {

    static final String TOPIC = "personal.changed";
    static final String TYPE = "personal.changed.v1";
}
