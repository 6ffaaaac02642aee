package dnn.config.diagnostic;

import java.util.List;

/**
 * A change to the text that certainly removes a finding.
 *
 * @param description what it does
 * @param edits the changes, which do not overlap
 */
public record Fix(String description, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /** A single change. */
    public static Fix replace(Span span, String replacement, String description) {
        return new Fix(description, List.of(new Edit(span, replacement)));
    }

    /**
     * One change.
     *
     * @param span what is replaced; empty to insert
     * @param replacement by what
     */
    public record Edit(Span span, String replacement) {}
}
