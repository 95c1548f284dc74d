package chat.parlor.room.tags;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.ids.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The list of tags over HTTP.
@RestController
@RequestMapping("/api/v1/tags")
class TagController {

    private final Tags tags;

    TagController(Tags tags) {
        this.tags = tags;
    }

    /// A tag as it arrives.
    record Form(@Nullable String name, @Nullable String color) {}

    /// All of them: the bounds of the feature keep the list short.
    record Views(List<Tag> items) {}

    @GetMapping
    Mono<Views> list(Caller caller) {
        return tags.list(caller).map(Views::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Tag> add(@RequestBody Form form, Caller caller) {
        return Mono.fromCallable(() -> Tag.wanted(Ids.random("t_"), form.name(), form.color()))
                .flatMap(tag -> tags.add(caller, tag));
    }

    @PutMapping("/{tag}")
    Mono<Tag> change(@PathVariable String tag, @RequestBody Form form, Caller caller) {
        return Mono.fromCallable(() -> Tag.wanted(tag, form.name(), form.color()))
                .flatMap(wanted -> tags.change(caller, wanted));
    }

    @DeleteMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable String tag, Caller caller) {
        return tags.delete(caller, tag);
    }
}
