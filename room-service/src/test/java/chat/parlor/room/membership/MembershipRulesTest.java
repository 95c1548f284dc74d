package chat.parlor.room.membership;

import static chat.parlor.room.domain.MemberRole.ADMIN;
import static chat.parlor.room.domain.MemberRole.MEMBER;
import static chat.parlor.room.domain.MemberRole.MODERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.room.domain.Member;
import chat.parlor.room.domain.MemberRole;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import chat.parlor.room.membership.MembershipRefusal.LastAdmin;
import chat.parlor.room.membership.MembershipRefusal.NotAllowed;
import chat.parlor.room.membership.MembershipRefusal.RoomFull;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipRulesTest {

    private static final int MOST = 50;
    private static final Named NEW = new Named("new", "New");
    private final Room room = room(RoomKind.GROUP);

    @ParameterizedTest
    @CsvSource({
        "admin, MEMBER, true", "admin, MODERATOR, true", "admin, ADMIN, true",
        "moderator, MEMBER, true", "moderator, MODERATOR, false", "moderator, ADMIN, false",
        "member, MEMBER, false", "stranger, MEMBER, false"
    })
    void whoAddsWhom(String actor, MemberRole role, boolean allowed) {
        var outcome = outcome(() -> MembershipRules.add(room, actor, NEW, role, MOST));

        assertThat(outcome).isEqualTo(allowed ? "new is " + role : "not allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "admin, member, true",
        "admin, moderator, true",
        "admin, admin2, true",
        "moderator, member, true",
        "moderator, moderator2, false",
        "moderator, admin, false",
        "member, member2, false",
        "member, member, true",
        "moderator, moderator, true",
        "admin, admin, true"
    })
    void whoRemovesWhom(String actor, String target, boolean allowed) {
        var outcome = outcome(() -> MembershipRules.remove(room, actor, member(target)));

        assertThat(outcome).isEqualTo(allowed ? "new is out" : "not allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "admin, member, true",
        "admin, moderator, true",
        "admin, admin2, true",
        "admin, admin, false",
        "moderator, member, false",
        "moderator, moderator, false",
        "member, member, false"
    })
    void whoGivesRoles(String actor, String target, boolean allowed) {
        var role = member(target).role() == MODERATOR ? MEMBER : MODERATOR;

        var outcome = outcome(() -> MembershipRules.change(room, actor, member(target), role, null));

        assertThat(outcome).isEqualTo(allowed ? "new is out" : "not allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "admin, member, true",
        "admin, moderator, true",
        "moderator, member, true",
        "moderator, moderator2, false",
        "moderator, admin, false",
        "moderator, moderator, false",
        "member, member, false"
    })
    void whoMutesWhom(String actor, String target, boolean allowed) {
        var outcome = outcome(() -> MembershipRules.change(room, actor, member(target), null, true));

        assertThat(outcome).isEqualTo(allowed ? "new is out" : "not allowed");
    }

    @Test
    void theLastAdminStaysUntilAnotherIsOneOrNobodyElseIsThere() {
        var oneAdmin = MembershipRules.remove(room, "admin2", member("admin2"));
        var alone = oneAdmin.with(List.of(member("admin")));

        assertThatThrownBy(() -> MembershipRules.remove(oneAdmin, "admin", member("admin")))
                .isInstanceOf(LastAdmin.class);
        assertThat(MembershipRules.remove(alone, "admin", member("admin")).members())
                .isEmpty();
    }

    @Test
    void aFullRoomTakesNobody() {
        assertThatThrownBy(() -> MembershipRules.add(
                        room, "admin", NEW, null, room.members().size()))
                .isInstanceOf(RoomFull.class);
        assertThat(MembershipRules.add(room, "admin", NEW, null, room.members().size() + 1)
                        .members())
                .hasSize(room.members().size() + 1);
    }

    @Test
    void aDirectRoomStaysAsItIs() {
        var direct = room(RoomKind.DIRECT);

        assertThatThrownBy(() -> MembershipRules.remove(direct, "member", member("member")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> MembershipRules.add(direct, "admin", NEW, null, MOST))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> MembershipRules.rename(direct, "admin", "x")).isInstanceOf(NotAllowed.class);
    }

    private Member member(String id) {
        return room.member(id).orElseThrow();
    }

    private static String outcome(Supplier<Room> change) {
        try {
            return "new is "
                    + change.get()
                            .member("new")
                            .map(member -> member.role().name())
                            .orElse("out");
        } catch (NotAllowed refused) {
            return "not allowed";
        }
    }

    private static Room room(RoomKind kind) {
        return Room.ofAccounts("r", kind, "Room", everybody(), Instant.EPOCH);
    }

    private static List<Member> everybody() {
        return List.of(
                of("admin", ADMIN),
                of("admin2", ADMIN),
                of("moderator", MODERATOR),
                of("moderator2", MODERATOR),
                of("member", MEMBER),
                of("member2", MEMBER));
    }

    private static Member of(String id, MemberRole role) {
        return Member.account(new Named(id, id), role);
    }
}
