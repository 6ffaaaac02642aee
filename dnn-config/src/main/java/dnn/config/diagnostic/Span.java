package dnn.config.diagnostic;

import java.util.Comparator;

/**
 * A stretch of a source text. Lines and columns count from 1, columns in code points; the end is exclusive.
 *
 * @param source the text's name as shown
 * @param line where it starts
 * @param column where it starts
 * @param endLine where it ends
 * @param endColumn the column behind its last character
 */
public record Span(String source, int line, int column, int endLine, int endColumn) implements Comparable<Span> {
    private static final Comparator<Span> ORDER = Comparator.comparing(Span::source)
            .thenComparingInt(Span::line)
            .thenComparingInt(Span::column)
            .thenComparingInt(Span::endLine)
            .thenComparingInt(Span::endColumn);

    /** The empty stretch at the start of a text. */
    public static Span startOf(String source) {
        return new Span(source, 1, 1, 1, 1);
    }

    /** The empty stretch where this one starts. */
    public Span start() {
        return new Span(source, line, column, line, column);
    }

    /** The empty stretch where this one ends. */
    public Span end() {
        return new Span(source, endLine, endColumn, endLine, endColumn);
    }

    /** From where this one starts to where {@code last} ends. */
    public Span to(Span last) {
        return new Span(source, line, column, last.endLine, last.endColumn);
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }
}
