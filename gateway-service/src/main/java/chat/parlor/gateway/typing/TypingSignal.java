package chat.parlor.gateway.typing;

/// `typing.v1` on topic `typing`, key room, from one node to all: see docs/contracts/gateway.
record TypingSignal(String room, String member, String name, boolean on) {

    static final String TOPIC = "typing";
    static final String TYPE = "typing.v1";
}
