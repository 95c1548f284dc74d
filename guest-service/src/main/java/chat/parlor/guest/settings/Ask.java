package chat.parlor.guest.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether the start form asks for something.
public enum Ask {
    /// Asked, and nobody starts without it.
    @JsonProperty("required")
    REQUIRED,
    /// Asked, may stay empty.
    @JsonProperty("optional")
    OPTIONAL,
    /// Not asked; what comes all the same is not kept.
    @JsonProperty("off")
    OFF
}
