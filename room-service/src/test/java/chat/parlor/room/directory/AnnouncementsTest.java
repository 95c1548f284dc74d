package chat.parlor.room.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.GuestSide;
import chat.parlor.room.domain.Member;
import chat.parlor.room.domain.MemberRole;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import chat.parlor.room.domain.RoomStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnnouncementsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Named ADA = new Named("a_ada", "Ada");
    private static final Named BEN = new Named("a_ben", "Ben");

    @Test
    void everyExampleOfAnAccountIsRead() {
        assertThat(Contracts.examples("gateway", "account.changed.v1"))
                .allSatisfy(example -> assertThat(new JsonMapper().readValue(example, AccountRenamed.class))
                        .hasNoNullFieldsOrProperties());
    }

    @Test
    void aRenameReachesMembersAndTheNameOfAPair() {
        var pair = Room.ofAccounts("r", RoomKind.DIRECT, "Ada, Ben", List.of(member(ADA), member(BEN)), NOW);

        var renamed = Renames.renamed(pair, new Named("a_ben", "Zoë"));

        assertThat(renamed.name()).isEqualTo("Ada, Zoë");
        assertThat(renamed.member("a_ben").map(Member::name)).contains("Zoë");
        assertThat(renamed.member("a_ada").map(Member::name)).contains("Ada");
    }

    @Test
    void aRenameLeavesAnotherAgentsRoomAlone() {
        var side = new GuestSide(
                new Named("g", "Gil"), "r_b", null, null, new Conversation(RoomStatus.ASSIGNED, ADA, 1, null));
        var room = Room.ofGuest("r", side, NOW);

        assertThat(Renames.renamed(room, new Named("a_ben", "Zoë"))).isEqualTo(room);
    }

    @Test
    void aGuestRoomShowsTheAgentOnlyWhileItIsAssigned() {
        var begun =
                Room.ofGuest("r", new GuestSide(new Named("g", "Gil"), "r_b", null, null, Conversation.begun()), NOW);

        var assigned = begun.with(new Conversation(RoomStatus.ASSIGNED, ADA, 1, NOW));
        var resolved = begun.with(new Conversation(RoomStatus.RESOLVED, ADA, 1, null));

        assertThat(begun.members()).hasSize(1);
        assertThat(assigned.members().stream().map(Member::role)).containsExactly(MemberRole.GUEST, MemberRole.AGENT);
        assertThat(RoomState.of(resolved).members()).hasSize(1);
        assertThat(RoomState.of(resolved).assignee()).isEqualTo(ADA);
    }

    private static Member member(Named account) {
        return Member.account(account, MemberRole.MEMBER);
    }
}
