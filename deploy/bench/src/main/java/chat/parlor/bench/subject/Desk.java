package chat.parlor.bench.subject;

/// A target whose desk can be filled with conversations nobody had, to see what many cost.
public interface Desk {
    /// A name that one conversation in twenty bears.
    String COMMON_NAME = "maya";

    /// A name that a handful bear.
    String RARE_NAME = "Mensah 3f2";

    /// A name nobody bears.
    String ABSENT_NAME = "Nobody at all";

    /// Adds conversations of three months: most closed, some waiting, some with an agent, half of them read by the
    /// desk.
    void fill(int conversations);

    /// Reads one page of the desk's inbox.
    ///
    /// @param query of `GET /rooms`, without the question mark
    Page page(String query);

    /// How many conversations there were, and how to ask for those after.
    ///
    /// @param next a cursor, empty after the last page
    record Page(int size, String next) {}
}
