package chat.parlor.message.intake;

import chat.parlor.chassis.event.Received;
import chat.parlor.message.access.Checks;
import chat.parlor.message.access.Rights;
import chat.parlor.message.access.Room;
import chat.parlor.message.ledger.Sought;
import chat.parlor.message.timeline.Command;
import chat.parlor.message.timeline.Command.Entering;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What has to be known before a batch can be decided on.
///
/// @param rooms the rooms it is about
/// @param entries the entries it may repeat or names
/// @param deleters the authors who want something deleted
/// @param files the uploads that messages name
record Needs(Set<String> rooms, Sought entries, Set<String> deleters, Set<String> files) {

    /// Whether memory can hold all of it: rights to delete and uploads are only in the store.
    boolean canBeRecalled() {
        return deleters.isEmpty() && files.isEmpty();
    }

    static Needs of(List<Received<Command>> batch) {
        var rooms = new HashSet<String>();
        var commands = new HashSet<Sought.Command>();
        var places = new HashSet<Sought.Place>();
        var deleters = new HashSet<String>();
        var files = new HashSet<String>();
        for (var received : batch) {
            var command = received.body();
            rooms.add(command.room());
            switch (command) {
                case Command.Read read -> places.add(new Sought.Place(read.room(), read.seq()));
                case Entering entering -> {
                    commands.add(origin(entering));
                    entering.subject().ifPresent(seq -> places.add(new Sought.Place(entering.room(), seq)));
                }
            }
            if (command instanceof Command.Delete delete) {
                deleters.add(delete.author().id());
            }
            if (command instanceof Command.Send send) {
                files.addAll(send.files());
            }
        }
        commands.removeIf(command -> !Checks.isId(command.id()));
        return new Needs(
                Set.copyOf(rooms), new Sought(rooms, commands, places), Set.copyOf(deleters), Set.copyOf(files));
    }

    /// For whom it makes a difference whether they are supervisors: who deletes, and who reads, writes or is mentioned
    /// in a room it may not read otherwise.
    static Set<String> possibleSupervisors(List<Received<Command>> batch, Map<String, Room> rooms) {
        return batch.stream()
                .map(Received::body)
                .flatMap(command -> possibleSupervisors(command, rooms.get(command.room())))
                .collect(Collectors.toSet());
    }

    private static Stream<String> possibleSupervisors(Command command, @Nullable Room room) {
        if (command instanceof Command.Delete delete) {
            return Stream.of(delete.author().id());
        }
        return room == null
                ? Stream.empty()
                : people(command).filter(Checks::isId).filter(person -> Rights.dependOnSupervising(room, person));
    }

    private static Stream<String> people(Command command) {
        return switch (command) {
            case Command.Read read -> Stream.of(read.member());
            case Command.Send send -> Stream.concat(Stream.of(send.author().id()), send.mentioned().stream());
            case Entering entering -> Stream.of(entering.author().id());
        };
    }

    private static Sought.Command origin(Entering command) {
        return new Sought.Command(command.room(), command.author().id(), command.id());
    }
}
