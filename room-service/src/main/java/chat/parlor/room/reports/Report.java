package chat.parlor.room.reports;

import java.util.List;

/// The desk over a period.
///
/// @param total all of it
/// @param days one line for each day, without gaps
/// @param agents one line for each agent of whom there is anything, most conversations first
record Report(Line total, List<Line> days, List<Line> agents) {

    Report {
        days = List.copyOf(days);
        agents = List.copyOf(agents);
    }
}
