package chat.parlor.bench.subject;

import chat.parlor.bench.wire.Dialect;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/// A server that runs, on nothing but what it needs, until it is closed.
public interface Target extends AutoCloseable {
    /// Its name in tables and options.
    String name();

    /// Where sockets are opened.
    InetSocketAddress address();

    /// How it is spoken to.
    Dialect dialect();

    /// Makes rooms, each with a writer of its own.
    List<Room> rooms(int count);

    /// The processes it consists of, as roots of process trees.
    Set<Long> processes();

    /// The process that holds the sockets.
    long front();

    /// Heap of the process that holds the sockets in bytes, after a full collection; 0 where there is none.
    long heap();

    @Override
    void close();
}
