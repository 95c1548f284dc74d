package chat.parlor.room.reports;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reports over HTTP: whole as JSON, their tables as CSV.
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping
    Mono<Report> show(@RequestParam Map<String, String> parameters, Caller caller) {
        return report(parameters, caller);
    }

    @GetMapping("/days.csv")
    Mono<ResponseEntity<String>> days(@RequestParam Map<String, String> parameters, Caller caller) {
        return report(parameters, caller).map(found -> file("days", Csv.ofDays(found.days())));
    }

    @GetMapping("/agents.csv")
    Mono<ResponseEntity<String>> agents(@RequestParam Map<String, String> parameters, Caller caller) {
        return report(parameters, caller).map(found -> file("agents", Csv.ofAgents(found.agents())));
    }

    private Mono<Report> report(Map<String, String> parameters, Caller caller) {
        return Mono.fromCallable(() -> Period.parse(parameters)).flatMap(period -> reports.of(period, caller));
    }

    private static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(text);
    }

    @ExceptionHandler
    ProblemDetail refused(ReportRefusal refusal) {
        return switch (refusal) {
            case ReportRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case ReportRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
        };
    }
}
