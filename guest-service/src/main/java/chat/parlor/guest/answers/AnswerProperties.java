package chat.parlor.guest.answers;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When an answer is sent by mail, and what is in it. Keys: `parlor.guest.answers.*`.
///
/// @param patience how long an answer may stay unread before it is sent, and how long a visitor who is there is left
///     alone before somebody looks again; default 5 min
/// @param interval the shortest time between two mails about one conversation; default 30 min
/// @param newest answers older than this are not sent when they are heard of late; default 1 d
/// @param link how long the link in a mail works; default 7 d
/// @param kept how long it is known of a mail that its links were used or ended; default 400 d
/// @param look how often is looked for what is due; default 5 s
/// @param messages the most messages in one mail, 1 to 200; default 20
/// @param characters the most characters in one mail, 1,000 to 200,000; default 10,000
@Validated
@ConfigurationProperties("parlor.guest.answers")
record AnswerProperties(
        @DurationMin(millis = 1) @DefaultValue("5m") Duration patience,
        @DurationMin(millis = 1) @DefaultValue("30m") Duration interval,
        @DurationMin(millis = 1) @DefaultValue("1d") Duration newest,
        @DurationMin(millis = 1) @DefaultValue("7d") Duration link,
        @DurationMin(millis = 1) @DefaultValue("400d") Duration kept,
        @DurationMin(millis = 1) @DefaultValue("5s") Duration look,
        @Min(1) @Max(200) @DefaultValue("20") int messages,
        @Min(1_000) @Max(200_000) @DefaultValue("10000") int characters) {}
