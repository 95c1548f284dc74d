package chat.parlor.bench.workload;

/// One thing measured.
///
/// @param step under what circumstances
/// @param name what, with its unit
/// @param value of it
public record Figure(String step, String name, double value) {}
