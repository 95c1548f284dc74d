package chat.parlor.gateway.viewing;

/// `viewing.v1` on topic `viewing`, key room, from one node to all: see docs/contracts/gateway.
///
/// @param doing `looking`, `reply`, `note` or `away`
record ViewingSignal(String room, String member, String name, String doing) {

    static final String TOPIC = "viewing";
    static final String TYPE = "viewing.v1";
}
