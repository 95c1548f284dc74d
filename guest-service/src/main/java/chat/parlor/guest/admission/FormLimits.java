package chat.parlor.guest.admission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How many characters the fields of the form may have. Keys: `parlor.guest.form.*`.
///
/// @param nameCharacters of a name, 1 to 200; default 80
/// @param emailCharacters of an e-mail address, 6 to 254, the longest there are (RFC 5321); default 254
/// @param phoneCharacters of a telephone number, 3 to 64; default 32
/// @param messageCharacters of the first message, 1 to 40000; default 10000
@Validated
@ConfigurationProperties("parlor.guest.form")
record FormLimits(
        @Min(1) @Max(200) @DefaultValue("80") int nameCharacters,
        @Min(6) @Max(254) @DefaultValue("254") int emailCharacters,
        @Min(3) @Max(64) @DefaultValue("32") int phoneCharacters,
        @Min(1) @Max(40_000) @DefaultValue("10000") int messageCharacters) {

    /// What holds for a field of this name.
    int of(String field) {
        return switch (field) {
            case "name" -> nameCharacters;
            case "email" -> emailCharacters;
            case "phone" -> phoneCharacters;
            case "message" -> messageCharacters;
            default -> throw new IllegalArgumentException("field: " + field);
        };
    }
}
