package chat.parlor.message.timeline;

import static chat.parlor.message.timeline.Sample.ADA;
import static chat.parlor.message.timeline.Sample.BEN;
import static chat.parlor.message.timeline.Sample.LIMITS;
import static chat.parlor.message.timeline.Sample.NOW;
import static chat.parlor.message.timeline.Sample.ROOM;
import static chat.parlor.message.timeline.Sample.code;
import static chat.parlor.message.timeline.Sample.confirmed;
import static chat.parlor.message.timeline.Sample.entry;
import static chat.parlor.message.timeline.Sample.group;
import static chat.parlor.message.timeline.Sample.send;
import static chat.parlor.message.timeline.Sample.sendFiles;
import static chat.parlor.message.timeline.Sample.upload;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachedFilesTest {

    private final Uploads waiting =
            new Uploads(Map.of("f_1", upload("a_ada", "f_1"), "f_2", upload("a_ada", "f_2"), "f_3", elsewhere()));
    private final RoomTimeline timeline = new RoomTimeline(ROOM, Known.NOTHING, confirmed(group()), LIMITS, waiting);

    @Test
    void aMessageHasItsFilesInItsOrder() {
        var message = (Entry.Message) entry(timeline.apply(sendFiles(ADA, "1", "look", "f_2", "f_1")));

        assertThat(message.attachments()).extracting(Attachment::id).containsExactly("f_2", "f_1");
        assertThat(message.attachments().getFirst().url()).isEqualTo("/api/v1/rooms/r_1/attachments/f_2");
    }

    @Test
    void aFileIsNamedByItsIdAloneOrInAnObject() {
        var objects = List.<Object>of(Map.of("id", "f_1", "name", "mine.exe", "url", "https://evil.example"));
        var send = new Command.Send(ROOM, "1", ADA, NOW, "", null, objects, null);

        var message = (Entry.Message) entry(timeline.apply(send));

        assertThat(message.attachments()).containsExactly(upload("a_ada", "f_1").attachment());
    }

    @Test
    void beforeAFileThereNeedBeNoText() {
        assertThat(entry(timeline.apply(sendFiles(ADA, "1", "", "f_1")))).isNotNull();
        assertThat(code(timeline.apply(send(ADA, "2", "")))).isEqualTo("text-empty");
        assertThat(code(timeline.apply(sendFiles(ADA, "3", "\u200B", "f_2")))).isEqualTo("text-empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f_3", "f_9", "", "../../etc/passwd"})
    void anotherRoomsFileAndNoneAreRefusedAlike(String file) {
        assertThat(code(timeline.apply(sendFiles(ADA, "1", "x", file)))).isEqualTo("unknown-attachment");
    }

    @Test
    void anothersFileIsRefused() {
        assertThat(code(timeline.apply(sendFiles(BEN, "1", "x", "f_1")))).isEqualTo("unknown-attachment");
    }

    @Test
    void whatNamesNoFileIsRefused() {
        var odd = new Command.Send(ROOM, "1", ADA, NOW, "x", null, List.of(7, Map.of("id", 7), List.of()), null);

        assertThat(code(timeline.apply(odd))).isEqualTo("unknown-attachment");
    }

    @Test
    void aFileGoesWithOneMessageOnce() {
        timeline.apply(sendFiles(ADA, "1", "x", "f_1"));

        assertThat(code(timeline.apply(sendFiles(ADA, "2", "y", "f_1")))).isEqualTo("unknown-attachment");
        assertThat(code(timeline.apply(sendFiles(ADA, "3", "z", "f_2", "f_2")))).isEqualTo("unknown-attachment");
    }

    @Test
    void aRepeatIsTheSameMessageAlsoWhenItsFileWaitsNoMore() {
        var first = entry(timeline.apply(sendFiles(ADA, "1", "x", "f_1")));
        var later = new RoomTimeline(ROOM, timeline.known(9), confirmed(group()), LIMITS, Uploads.NONE);

        assertThat(entry(later.apply(sendFiles(ADA, "1", "x", "f_1")))).isEqualTo(first);
        assertThat(code(later.apply(sendFiles(ADA, "1", "x", "f_2")))).isEqualTo("id-reused");
        assertThat(code(later.apply(send(ADA, "1", "x")))).isEqualTo("id-reused");
    }

    @Test
    void aDeletedMessageHasNoFiles() {
        var message = (Entry.Message) entry(timeline.apply(sendFiles(ADA, "1", "x", "f_1")));

        var deleted = (Entry.Message) message.folded(Fold.NONE.deleted(NOW));

        assertThat(deleted.attachments()).isEmpty();
    }

    private static Uploads.Upload elsewhere() {
        return new Uploads.Upload("r_2", "a_ada", upload("a_ada", "f_3").attachment());
    }
}
