package chat.parlor.room.directory;

import chat.parlor.room.domain.Member;
import java.util.List;

/// The two accounts of a direct room, in one order whoever began. The database allows each pair one room.
record Pair(String low, String high) {

    static Pair of(List<Member> members) {
        if (members.size() != 2) {
            throw new IllegalStateException("members of a direct room: " + members.size() + " (expected: 2)");
        }
        return of(members.getFirst().id(), members.getLast().id());
    }

    static Pair of(String one, String other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
}
