package chat.parlor.gateway.egress;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Finds the address that is connected to, and refuses it here when it may not be called: there is no second look at
/// the
/// name between the check and the connection. Addresses that stand for themselves go the same way.
@Component
class GuardedResolver extends AddressResolverGroup<InetSocketAddress> {

    private final Names names;
    private final Addresses addresses;

    GuardedResolver(Names names, Addresses addresses) {
        this.names = names;
        this.addresses = addresses;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Guarded(executor);
    }

    private List<InetSocketAddress> checked(InetSocketAddress wanted) throws UnknownHostException {
        var open = names.of(wanted.getHostString()).stream()
                .filter(addresses::mayBeCalled)
                .map(address -> new InetSocketAddress(address, wanted.getPort()))
                .toList();
        if (open.isEmpty()) {
            throw new AddressRefused();
        }
        return open;
    }

    /// Names have addresses, but none that may be called.
    static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        AddressRefused() {
            super("not a public address");
        }
    }

    private final class Guarded extends AbstractAddressResolver<InetSocketAddress> {

        Guarded(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /// Nothing is taken for checked.
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress wanted, Promise<InetSocketAddress> promise) {
            look(wanted).map(List::getFirst).subscribe(promise::trySuccess, promise::tryFailure);
        }

        @Override
        protected void doResolveAll(InetSocketAddress wanted, Promise<List<InetSocketAddress>> promise) {
            look(wanted).subscribe(promise::trySuccess, promise::tryFailure);
        }

        /// Off the event loop: asking for a name blocks.
        private Mono<List<InetSocketAddress>> look(InetSocketAddress wanted) {
            return Mono.fromCallable(() -> checked(wanted)).subscribeOn(Schedulers.boundedElastic());
        }
    }

    /// The names of the system.
    static List<InetAddress> ofSystem(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
