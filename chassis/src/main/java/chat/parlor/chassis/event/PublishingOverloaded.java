package chat.parlor.chassis.event;

/// More events wait for the broker than the publisher holds: the broker is away or too slow.
final class PublishingOverloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublishingOverloaded(int bound, Throwable cause) {
        super("events waiting for the broker: more than " + bound, cause);
    }
}
