package chat.parlor.message.attachments;

import chat.parlor.message.attachments.FilesOfRooms.Kept;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All files of a room, for a guest who asks what is kept of it. Only services reach this; guest-service has checked
/// who asks.
@RestController
class KeptFilesController {

    private final FilesOfRooms files;

    KeptFilesController(FilesOfRooms files) {
        this.files = files;
    }

    /// One object a line, as they are read.
    @GetMapping(path = "/internal/rooms/{room}/files", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<Kept> of(@PathVariable String room) {
        return files.of(room);
    }

    @GetMapping("/internal/files/{id}")
    Mono<ResponseEntity<Flux<DataBuffer>>> content(@PathVariable String id) {
        return files.content(id)
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .contentLength(content.size())
                        .body(content.whole()))
                .defaultIfEmpty(ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }
}
