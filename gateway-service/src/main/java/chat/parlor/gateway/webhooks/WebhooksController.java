package chat.parlor.gateway.webhooks;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.gateway.identity.Access;
import chat.parlor.gateway.identity.Scope;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/webhooks`: for administrators, and keys that may manage webhooks.
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksController {

    private static final String TITLE = "The webhook is not as wanted";

    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;

    WebhooksController(Webhooks webhooks, WebhookDeliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @GetMapping
    Mono<All<Webhook>> list(Caller caller) {
        allow(caller);
        return webhooks.all().map(All::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Webhook.Issued> add(Caller caller, @RequestBody Mono<WantedWebhook> body) {
        allow(caller);
        return body.flatMap(wanted -> webhooks.add(wanted, caller));
    }

    @PutMapping("/{webhook}")
    Mono<Webhook> change(Caller caller, @PathVariable String webhook, @RequestBody Mono<WantedWebhook> body) {
        allow(caller);
        return body.flatMap(wanted -> webhooks.change(webhook, wanted, caller));
    }

    @DeleteMapping("/{webhook}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable String webhook) {
        allow(caller);
        return webhooks.remove(webhook, caller);
    }

    @PostMapping("/{webhook}/pause")
    Mono<Webhook> pause(Caller caller, @PathVariable String webhook) {
        allow(caller);
        return webhooks.pause(webhook, caller);
    }

    @PostMapping("/{webhook}/resume")
    Mono<Webhook> resume(Caller caller, @PathVariable String webhook) {
        allow(caller);
        return webhooks.resume(webhook, caller);
    }

    @PostMapping("/{webhook}/secret")
    Mono<Webhook.Issued> renew(Caller caller, @PathVariable String webhook) {
        allow(caller);
        return webhooks.renew(webhook, caller);
    }

    @PostMapping("/{webhook}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Delivery> test(Caller caller, @PathVariable String webhook) {
        allow(caller);
        return deliveries.test(webhook);
    }

    @GetMapping("/{webhook}/deliveries")
    Mono<All<Delivery>> deliveries(Caller caller, @PathVariable String webhook) {
        allow(caller);
        return deliveries.newest(webhook).map(All::new);
    }

    @PostMapping("/{webhook}/deliveries/{delivery}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Delivery> again(Caller caller, @PathVariable String webhook, @PathVariable String delivery) {
        allow(caller);
        return deliveries.again(webhook, delivery);
    }

    private static void allow(Caller caller) {
        Access.requireAdministratorOr(Scope.WEBHOOKS_MANAGE, caller);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(WebhookRefusal refusal) {
        var why = Objects.requireNonNull(refusal.getMessage());
        var problem = switch (refusal) {
            case WebhookRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case WebhookRefusal.Unknown unknown -> Problems.of(HttpStatus.NOT_FOUND, "unknown-webhook", TITLE, why);
            case WebhookRefusal.NotOver waiting -> Problems.of(HttpStatus.NOT_FOUND, "unknown-delivery", TITLE, why);
            case WebhookRefusal.Full full -> Problems.of(HttpStatus.CONFLICT, "too-many-webhooks", TITLE, why);
        };
        return ResponseEntity.of(problem).build();
    }

    /// All there are.
    record All<T>(List<T> items) {

        All {
            items = List.copyOf(items);
        }
    }
}
