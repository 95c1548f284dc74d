package chat.parlor.gateway.egress;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where calls to the outside may go, and how long they take.
///
/// @param http whether addresses without TLS are allowed; default false
/// @param privateAddresses addresses or networks that may be called although they are not public; default none
/// @param connect how long a connection may take; default 5 s
/// @param answer how long a whole call may take; default 10 s
@ConfigurationProperties("parlor.gateway.egress")
record EgressProperties(
        @DefaultValue("false") boolean http,
        @DefaultValue({}) List<String> privateAddresses,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("10s") Duration answer) {}
