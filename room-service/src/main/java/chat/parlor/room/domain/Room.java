package chat.parlor.room.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A room as it is at one version.
///
/// @param version grows by one with every change
/// @param name of a guest room the guest's; of a direct room both
/// @param guestSide guest rooms only
/// @param frontroom back rooms only: the guest room it belongs to
/// @param members who belongs to it; in a guest room the guest and the agent who has it
/// @param held why nothing of it may be erased; empty when it may
/// @param keeper of a guest room and its back room: the only agent, besides supervisors, who may read it; null: any
/// @param updatedAt when the room itself changed; messages do not count
public record Room(
        String id,
        long version,
        RoomKind kind,
        String name,
        @Nullable GuestSide guestSide,
        @Nullable String frontroom,
        List<Member> members,
        List<Hold> held,
        @Nullable String keeper,
        Instant createdAt,
        Instant updatedAt) {

    public Room {
        held = List.copyOf(held);
        members = guestSide == null ? List.copyOf(members) : present(guestSide);
    }

    /// A new room of accounts.
    public static Room ofAccounts(String id, RoomKind kind, String name, List<Member> members, Instant now) {
        return new Room(id, 1, kind, name, null, null, members, List.of(), null, now, now);
    }

    /// What a direct room of these two is called where nobody looks at it from one side.
    public static String directName(List<Member> members) {
        return members.stream().map(Member::name).sorted().collect(Collectors.joining(", "));
    }

    /// A new guest room.
    public static Room ofGuest(String id, GuestSide side, Instant now) {
        return new Room(id, 1, RoomKind.GUEST, side.guest().name(), side, null, List.of(), List.of(), null, now, now);
    }

    /// The back room of the guest room `front`.
    public static Room behind(Room front, String id) {
        var now = front.createdAt();
        return new Room(
                id,
                1,
                RoomKind.BACKROOM,
                front.name(),
                null,
                front.id(),
                List.of(),
                front.held(),
                front.keeper(),
                now,
                now);
    }

    private static List<Member> present(GuestSide side) {
        var present = new ArrayList<Member>();
        present.add(Member.guest(side.guest()));
        var conversation = side.conversation();
        if (conversation.status() == RoomStatus.ASSIGNED && conversation.assignee() != null) {
            present.add(Member.account(conversation.assignee(), MemberRole.AGENT));
        }
        return List.copyOf(present);
    }

    /// The member called `id`, if there is one.
    public Optional<Member> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /// Whose turn it is; null in rooms without a guest.
    public @Nullable Conversation conversation() {
        return guestSide == null ? null : guestSide.conversation();
    }

    /// The same guest room with another turn.
    public Room with(Conversation next) {
        return with(side().with(next));
    }

    /// The same guest room with other labels.
    public Room with(Labels next) {
        return with(side().with(next));
    }

    /// The same closed guest room as its guest rates it.
    public Room rated(Rating next) {
        return with(side().with(next));
    }

    /// How the guest found the conversation; null while it is not rated.
    public @Nullable Rating rating() {
        return guestSide == null ? null : guestSide.rating();
    }

    private GuestSide side() {
        if (guestSide == null) {
            throw new IllegalStateException("room " + id + ": " + kind + " (expected: a guest room)");
        }
        return guestSide;
    }

    private Room with(GuestSide next) {
        return new Room(id, version, kind, name, next, frontroom, members, held, keeper, createdAt, updatedAt);
    }

    /// The same room with other members.
    public Room with(List<Member> others) {
        return new Room(id, version, kind, name, guestSide, frontroom, others, held, keeper, createdAt, updatedAt);
    }

    /// The same room, each member put through `change`.
    public Room eachMember(UnaryOperator<Member> change) {
        return with(members.stream().map(change).toList());
    }

    /// The same room under another name.
    public Room called(String other) {
        return new Room(id, version, kind, other, guestSide, frontroom, members, held, keeper, createdAt, updatedAt);
    }

    /// The same room with the hold put on it, or lifted; `hold` counts once.
    public Room held(Hold hold, boolean on) {
        var others = held.stream().filter(one -> one != hold);
        var all = Stream.concat(others, on ? Stream.of(hold) : Stream.empty())
                .sorted()
                .toList();
        return new Room(id, version, kind, name, guestSide, frontroom, members, all, keeper, createdAt, updatedAt);
    }

    /// The same room, which of the agents only this one may read; null: any.
    public Room keptBy(@Nullable String account) {
        return new Room(id, version, kind, name, guestSide, frontroom, members, held, account, createdAt, updatedAt);
    }

    /// The next version of the room.
    public Room changedAt(Instant now) {
        return new Room(id, version + 1, kind, name, guestSide, frontroom, members, held, keeper, createdAt, now);
    }
}
