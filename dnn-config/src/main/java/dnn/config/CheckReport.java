package dnn.config;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a check found.
 *
 * @param diagnostics by place
 * @param sources the texts they point into, by name
 */
public record CheckReport(List<Diagnostic> diagnostics, Map<String, SourceText> sources) {
    private static final String RULE_OF_THUMB = "T501";
    private static final String MEASURED = "T502";

    public CheckReport {
        diagnostics = List.copyOf(diagnostics);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** These findings, then those; what a step has shown about a learning rate takes the place of what is usual. */
    public CheckReport plus(CheckReport further) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.removeIf(finding -> finding.code().equals(RULE_OF_THUMB)
                && further.diagnostics.stream()
                        .anyMatch(other ->
                                other.code().equals(MEASURED) && other.path().equals(finding.path())));
        all.addAll(further.diagnostics);
        Map<String, SourceText> texts = new LinkedHashMap<>(sources);
        texts.putAll(further.sources);
        return new CheckReport(all, texts);
    }

    /** The number of mistakes that keep the experiment from being trained. */
    public int errors() {
        return count(Severity.ERROR);
    }

    /** The number of likely mistakes. */
    public int warnings() {
        return count(Severity.WARNING);
    }

    /** The number of notes. */
    public int notes() {
        return count(Severity.NOTE);
    }

    /** Tells whether the experiment cannot be trained. */
    public boolean hasErrors() {
        return errors() > 0;
    }

    private int count(Severity severity) {
        return (int) diagnostics.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
