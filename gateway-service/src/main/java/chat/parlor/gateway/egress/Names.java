package chat.parlor.gateway.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a name.
public interface Names {

    /// The addresses, at least one. May block.
    List<InetAddress> of(String host) throws UnknownHostException;
}
