package chat.parlor.presence.people;

/// What may have to be done at some moment.
sealed interface Deadline {

    /// The grace period of a person ends.
    record Leaves(String member) implements Deadline {}

    /// A gateway will have been silent too long.
    record Silent(String node) implements Deadline {}

    /// A silent gateway is not expected back any more.
    record Forgotten(String node) implements Deadline {}
}
