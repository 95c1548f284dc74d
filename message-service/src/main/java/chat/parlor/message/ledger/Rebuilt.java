package chat.parlor.message.ledger;

/// What came of making the folds anew.
///
/// @param rooms the timelines gone through
/// @param mended the folds that were wrong, missing or too many
public record Rebuilt(long rooms, long mended) {

    static final Rebuilt NONE = new Rebuilt(0, 0);

    Rebuilt and(long mendedInRoom) {
        return new Rebuilt(rooms + 1, mended + mendedInRoom);
    }
}
