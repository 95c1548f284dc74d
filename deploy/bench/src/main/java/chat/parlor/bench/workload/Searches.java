package chat.parlor.bench.workload;

import chat.parlor.bench.subject.Archive;
import chat.parlor.bench.subject.Room;
import chat.parlor.bench.workload.Turns.Asking;
import java.util.List;

/// Looks for a rare word, a common one and one that is not there, in one room and in all.
final class Searches {
    private final Archive archive;
    private final Meter meter;

    Searches(Archive archive, Meter meter) {
        this.archive = archive;
        this.meter = meter;
    }

    void run(Room room) {
        new Turns(meter)
                .ask(List.of(
                        new Asking("rare word in the room", true, () -> archive.find(room, Archive.RARE)),
                        new Asking("common word in the room", true, () -> archive.find(room, Archive.COMMON)),
                        new Asking("absent word in the room", false, () -> archive.find(room, Archive.ABSENT)),
                        new Asking("rare word anywhere", true, () -> archive.findEverywhere(Archive.RARE)),
                        new Asking("common word anywhere", true, () -> archive.findEverywhere(Archive.COMMON)),
                        new Asking("absent word anywhere", false, () -> archive.findEverywhere(Archive.ABSENT))));
    }
}
