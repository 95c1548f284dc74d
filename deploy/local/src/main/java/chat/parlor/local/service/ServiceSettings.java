package chat.parlor.local.service;

import chat.parlor.local.broker.Broker;
import chat.parlor.local.database.Database;
import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.folder.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What each service is told: where everything is, and its own secrets.
///
/// @param extra properties for every service, each `--name=value`; they count most
public record ServiceSettings(DataFolder folder, Ports ports, Secrets secrets, List<String> extra) {
    private static final String LOOPBACK = "127.0.0.1";

    /// Copies its list.
    public ServiceSettings {
        extra = List.copyOf(extra);
    }

    /// The command line of a service, without anything secret.
    List<String> arguments(Service service) {
        var arguments = new ArrayList<String>();
        add(arguments, "server.port", ports.of(service.key()));
        add(arguments, "parlor.kafka.bootstrap-servers", LOOPBACK + ":" + ports.of(Broker.NAME));
        add(arguments, "parlor.database.host", LOOPBACK);
        add(arguments, "parlor.database.port", ports.of(Database.NAME));
        add(arguments, "parlor.identity.keys-url", url(Service.GATEWAY.key()) + "/internal/keys");
        for (var other : Service.keys()) {
            add(arguments, "parlor.services." + other + ".url", url(other));
        }
        add(arguments, "spring.lifecycle.timeout-per-shutdown-phase", "5s");
        if (service == Service.GATEWAY) {
            add(arguments, "parlor.gateway.admin-password-file", secrets.file("admin-password"));
        } else {
            add(arguments, "server.address", LOOPBACK);
            add(arguments, "spring.cloud.gateway.server.webflux.enabled", false);
        }
        if (service == Service.MESSAGE) {
            add(arguments, "parlor.message.attachments.folder", folder.files());
        }
        arguments.addAll(extra);
        return arguments;
    }

    /// What only the service itself may read, by property name.
    Map<String, String> secrets(Service service) {
        return Map.of(
                "parlor.database.password", secrets.get("database-" + service.key()),
                "parlor.identity.service-secret", secrets.get("service"));
    }

    /// Where a service answers.
    public String url(String service) {
        return "http://" + LOOPBACK + ":" + ports.of(service);
    }

    private static void add(List<String> arguments, String name, Object value) {
        arguments.add("--" + name + "=" + value);
    }
}
