package chat.parlor.message.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Ends a start that cannot succeed with what was found and what to do, not with where in the code it was noticed.
final class StorageUnusableAnalysis extends AbstractFailureAnalyzer<StorageUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable start, StorageUnusable wrong) {
        return new FailureAnalysis(String.valueOf(wrong.getMessage()), null, wrong);
    }
}
