package chat.parlor.room.reports;

/// How long something took, for many.
///
/// @param median half took no longer
/// @param p90 nine of ten took no longer
record Spread(long median, long p90) {}
