package chat.parlor.bench.subject;

/// A target whose part that stores messages can be replaced while the one that holds the sockets goes on.
public interface Redeployable {
    /// Ends that part, as a deployment does, and starts it again; returns when all can serve.
    void redeploy();
}
