package chat.parlor.gateway.limits;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Bounds of requests and connections.
///
/// @param body the largest body of a request to the API; default 64 KB
/// @param upload the largest body of an upload, its form included; default 26 MB
/// @param answer how long a request to the API may take; default 10 s
/// @param uploadAnswer how long an upload, or the download of a file, may take; default 2 min
/// @param export how long the export of a guest may take; default 30 min
/// @param silence how long a client may be silent within a request's body; default 10 s
/// @param connections how many connections a node accepts; default 19 500
/// @param operators addresses or networks that may reach `/actuator`; default loopback only
@ConfigurationProperties("parlor.gateway.limits")
record LimitProperties(
        @DefaultValue("64KB") DataSize body,
        @DefaultValue("26MB") DataSize upload,
        @DefaultValue("10s") Duration answer,
        @DefaultValue("2m") Duration uploadAnswer,
        @DefaultValue("30m") Duration export,
        @DefaultValue("10s") Duration silence,
        @DefaultValue("19500") int connections,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> operators) {}
