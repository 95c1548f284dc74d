package chat.parlor.message.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may read and write where a conversation is not for all of the staff.
class RightsTest {

    private static final Set<String> SUPERVISORS = Set.of("a_mona");

    @ParameterizedTest
    @CsvSource({
        "read, a_ada, true",
        "read, a_ben, false",
        "read, a_mona, true",
        "read, g_grace, true",
        "read, g_other, false",
        "read, b_parlor, false",
        "none, a_ada, false",
        "none, a_mona, false",
        "none, g_grace, true"
    })
    void aRoomWithAKeeperIsForTheKeeperAndSupervisorsAmongStaff(String staff, String member, boolean reads) {
        assertThat(Rights.in(guestRoom(staff, "a_ada"), SUPERVISORS).mayRead(member))
                .isEqualTo(reads);
    }

    @Test
    void aRoomWithoutAKeeperIsForAllStaff() {
        assertThat(Rights.in(guestRoom("read", null), Set.of()).mayRead("a_ben"))
                .isTrue();
    }

    @Test
    void supervisingMattersOnlyWhereSomebodyElseIsTheKeeper() {
        assertThat(Rights.dependOnSupervising(guestRoom("read", "a_ada"), "a_ben"))
                .isTrue();
        assertThat(Rights.dependOnSupervising(guestRoom("read", "a_ada"), "a_ada"))
                .isFalse();
        assertThat(Rights.dependOnSupervising(guestRoom("read", "a_ada"), "g_other"))
                .isFalse();
        assertThat(Rights.dependOnSupervising(guestRoom("read", null), "a_ben")).isFalse();
        assertThat(Rights.dependOnSupervising(guestRoom("none", "a_ada"), "a_ben"))
                .isFalse();
    }

    @Test
    void notesOfOthersConversationsAreNeitherWrittenNorChanged() {
        var rights = Rights.in(backRoom(), SUPERVISORS);

        assertThat(rights.send(who("a_ada"), null, 0)).isEmpty();
        assertThat(rights.send(who("a_mona"), null, 0)).isEmpty();
        assertThat(rights.send(who("a_ben"), null, 0)).contains(Denial.NOT_A_MEMBER);
        assertThat(rights.edit(who("a_ben"), true)).contains(Denial.NOT_A_MEMBER);
        assertThat(rights.delete(who("a_ben"), true)).contains(Denial.NOT_A_MEMBER);
        assertThat(rights.react(who("a_ben"))).contains(Denial.NOT_A_MEMBER);
    }

    @Test
    void whoMayNotReadTheNotesIsNotMentionedThere() {
        var rights = Rights.in(backRoom(), SUPERVISORS);

        assertThat(rights.mention(List.of("a_ada", "a_mona"))).isEmpty();
        assertThat(rights.mention(List.of("a_ada", "a_ben"))).contains(Denial.UNKNOWN_MENTION);
    }

    private static Room guestRoom(String staff, @Nullable String keeper) {
        var members = List.of(new Room.Member("g_grace", "guest", null));
        var assignee = new Room.Assignee("a_ada");
        return new Room("r_1", 1, "guest", "resolved", assignee, staff, keeper, members, 1, null);
    }

    private static Room backRoom() {
        return new Room("r_1b", 1, "backroom", null, null, "write", "a_ada", List.of(), 0, null);
    }

    private static Who who(String account) {
        return new Who(account, Who.Kind.ACCOUNT, account);
    }
}
