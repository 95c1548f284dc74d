package chat.parlor.gateway.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The feed and its streams.
///
/// @param kept how long events are kept, and how old a fact may be to become one; default 7 days
/// @param trimEvery how often a node looks for events to forget; default 10 min
/// @param look how often a node asks whether others added events, while somebody waits; default 250 ms
/// @param page how many events are read at a time, and wait for a slow reader at most; default 200
/// @param heartbeat between two signs of life on a stream; default 15 s
/// @param life how long a stream may last until its reader has to come again; default 1 h
/// @param streams how many streams a node has at a time; default 200
/// @param streamsPerCaller how many of them one key or person may have; default 5
@ConfigurationProperties("parlor.gateway.feed")
record FeedProperties(
        @DefaultValue("7d") Duration kept,
        @DefaultValue("10m") Duration trimEvery,
        @DefaultValue("250ms") Duration look,
        @DefaultValue("200") int page,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1h") Duration life,
        @DefaultValue("200") int streams,
        @DefaultValue("5") int streamsPerCaller) {}
