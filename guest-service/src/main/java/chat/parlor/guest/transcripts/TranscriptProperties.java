package chat.parlor.guest.transcripts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much of a conversation is sent by mail, and how often. Keys: `parlor.guest.transcripts.*`.
///
/// @param perDay how often one conversation is sent in 24 hours, 1 to 100; default 3
/// @param messages the most messages in one mail, 1 to 5,000; longer conversations begin later; default 500
/// @param characters the most characters in one mail, 1,000 to 1,000,000; default 200,000
@Validated
@ConfigurationProperties("parlor.guest.transcripts")
record TranscriptProperties(
        @Min(1) @Max(100) @DefaultValue("3") int perDay,
        @Min(1) @Max(5_000) @DefaultValue("500") int messages,
        @Min(1_000) @Max(1_000_000) @DefaultValue("200000") int characters) {}
