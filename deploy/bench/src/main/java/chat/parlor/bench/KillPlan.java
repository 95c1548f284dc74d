package chat.parlor.bench;

/// How the killing goes.
///
/// @param clients how many members send at the same time
/// @param rounds how often everything is killed
/// @param seconds how long, at most, they send before each kill
/// @param seed of the moments of killing
record KillPlan(int clients, int rounds, int seconds, int seed) {}
