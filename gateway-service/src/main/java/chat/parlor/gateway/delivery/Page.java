package chat.parlor.gateway.delivery;

import chat.parlor.gateway.frame.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What is answered to a position.
///
/// @param head the newest seq of the timeline
/// @param resumed whether `entries` are everything after the position; else they are the newest page
/// @param entries ascending by seq
/// @param marks how far members have read
/// @param answer the frame fields all sockets get that asked the same: epoch, head, result, entries, reads
@SuppressWarnings("ArrayRecordComponent") // shared by many frames, never compared
record Page(long epoch, long head, boolean resumed, List<Entry> entries, List<ReadMarks.Mark> marks, byte[] answer) {

    Page {
        entries = List.copyOf(entries);
        marks = List.copyOf(marks);
    }

    /// The last seq it brings: less than the head when the store gave only a part of what follows.
    long end() {
        return resumed && !entries.isEmpty() ? entries.getLast().seq() : head;
    }

    /// Everything from some position to `head`, from memory.
    static Page remembered(long epoch, long head, List<Entry> entries, List<ReadMarks.Mark> marks, FrameWriter writer) {
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(ascii("\"epoch\":" + epoch + ",\"head\":" + head + ",\"result\":\"resumed\",\"entries\":["));
        for (var i = 0; i < entries.size(); i++) {
            if (i > 0) {
                answer.write(',');
            }
            answer.writeBytes(entries.get(i).frame().payload());
        }
        answer.writeBytes(ascii("],\"reads\":"));
        answer.writeBytes(writer.json(marks));
        answer.write('}');
        return new Page(epoch, head, true, entries, marks, answer.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
