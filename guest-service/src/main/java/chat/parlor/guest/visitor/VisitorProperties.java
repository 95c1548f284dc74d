package chat.parlor.guest.visitor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Keys: `parlor.guest.visitor.*`.
///
/// @param pages how many of the pages somebody went through are kept, 1 to 100; default 20
/// @param toldPerMinute how often one guest's pages may tell something in a minute, 1 to 1000; default 60
@Validated
@ConfigurationProperties("parlor.guest.visitor")
record VisitorProperties(
        @Min(1) @Max(100) @DefaultValue("20") int pages,
        @Min(1) @Max(1000) @DefaultValue("60") int toldPerMinute) {}
