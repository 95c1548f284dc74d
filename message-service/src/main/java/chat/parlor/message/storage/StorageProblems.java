package chat.parlor.message.storage;

import chat.parlor.chassis.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What is answered while files cannot be reached.
@RestControllerAdvice
class StorageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(StorageProblems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> later(StorageUnavailable away) {
        LOG.warn("storage unavailable reason={}", String.valueOf(away.getMessage()));
        var problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "storage-unavailable",
                "Files cannot be reached right now",
                "Files can neither be kept nor read right now; try again");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem);
    }
}
