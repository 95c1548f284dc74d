package chat.parlor.room.directory;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Notice;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `notice.post.v1` on `message.send`, see docs/contracts/room/notice.post.v1.schema.json.
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticePost(
        String room,
        String id,
        Author author,
        Instant at,
        Notice.Kind notice,
        @Nullable Named member,
        @Nullable RoomStatus status,
        @Nullable Long fence) {

    static final String TOPIC = "message.send";
    static final String TYPE = "notice.post.v1";

    /// What `notice` says of `room` as it is after the change.
    static NoticePost of(Room room, Notice notice) {
        var turn = room.conversation();
        return new NoticePost(
                room.id(),
                Ids.random("n_"),
                notice.author(),
                room.updatedAt(),
                notice.kind(),
                notice.member(),
                turn == null ? null : turn.status(),
                turn == null ? null : turn.fence());
    }
}
