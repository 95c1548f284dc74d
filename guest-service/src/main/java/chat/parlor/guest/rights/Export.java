package chat.parlor.guest.rights;

import chat.parlor.guest.rights.Archive.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Everything that is kept of a guest, of all services, as one archive.
@Component
class Export {

    private static final String ABOUT = """
            Everything that Parlor keeps of one guest.

            guest.json                     name, contact, when it registered
            presence.json                  when it was here last
            rooms/<room>/records.json      the conversation, and what agents noted beside it
            rooms/<room>/timeline.ndjson   every entry as it was written, one a line, also what was edited or deleted
            rooms/<room>/reads.json        who has read how far
            rooms/<room>/files.json        the files, and under files/ what is in them

            Each conversation has a second room: the notes that agents made among themselves. They are about the guest,
            and may be about others too; look them through before you hand them on.
            """;

    private final GuestRecords records;
    private final Neighbours neighbours;
    private final JsonMapper json;

    Export(GuestRecords records, Neighbours neighbours, JsonMapper json) {
        this.records = records;
        this.neighbours = neighbours;
        this.json = json;
    }

    /// The archive; empty when there is no such guest.
    Mono<Flux<DataBuffer>> of(String guest) {
        return records.exists(guest).filter(exists -> exists).map(exists -> Archive.of(files(guest)));
    }

    private Flux<File> files(String guest) {
        return Flux.concat(
                Flux.just(File.of("README.txt", ABOUT.getBytes(StandardCharsets.UTF_8))),
                records.of(guest).map(rows -> File.of("guest.json", json.writeValueAsBytes(rows))),
                Flux.just(new File("presence.json", neighbours.presence(guest))),
                neighbours
                        .rooms(guest)
                        .concatMap(pair -> Flux.fromStream(pair::both).concatMap(this::room), 1));
    }

    private Flux<File> room(String room) {
        var folder = "rooms/" + room + "/";
        var written = Flux.just(
                new File(folder + "records.json", neighbours.records(room)),
                new File(folder + "timeline.ndjson", neighbours.timeline(room)),
                new File(folder + "reads.json", neighbours.reads(room)));
        var uploaded = neighbours.files(room).collectList().flatMapMany(files -> uploaded(folder, files));
        return Flux.concat(written, uploaded);
    }

    private Flux<File> uploaded(String folder, List<Neighbours.KeptFile> files) {
        var list = File.of(folder + "files.json", json.writeValueAsBytes(files));
        return Flux.fromStream(Stream.concat(
                Stream.of(list),
                files.stream()
                        .map(file -> new File(
                                folder + "files/" + file.id() + "/" + file.name(), neighbours.content(file.id())))));
    }
}
