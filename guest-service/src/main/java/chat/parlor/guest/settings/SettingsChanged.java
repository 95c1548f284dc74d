package chat.parlor.guest.settings;

import java.time.Instant;

/// Says that a setting was saved: `docs/contracts/guest/settings.changed.v1.schema.json`.
record SettingsChanged(String setting, Instant at) {

    static final String TOPIC = "settings.changed";
    static final String TYPE = "settings.changed.v1";
}
