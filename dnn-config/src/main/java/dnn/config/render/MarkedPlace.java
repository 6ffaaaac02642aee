package dnn.config.render;

import dnn.config.diagnostic.Span;
import java.util.List;

/**
 * A place to mark in a source text.
 *
 * @param label what is to be said about it, or nothing
 * @param primary whether it is where the finding is, not what the finding refers to
 */
record MarkedPlace(Span span, String label, boolean primary) {

    /**
     * A mark on one line, in characters from 0.
     *
     * @param line counted from 1
     * @param end the character behind it
     */
    record Underline(int line, int start, int end, String label, boolean primary) {}

    /** A mark over several lines is drawn under its first and its last line, with its label under the last. */
    List<Underline> underlines(List<String> lines) {
        if (span.line() > lines.size()) {
            return List.of();
        }
        int start = span.column() - 1;
        String first = lines.get(span.line() - 1);
        boolean several = span.endLine() > span.line() && span.endLine() <= lines.size();
        int indentation = indentation(several ? lines.get(span.endLine() - 1) : first);
        if (!several || span.endColumn() - 1 <= indentation) {
            int end = span.endLine() > span.line() ? length(first) : span.endColumn() - 1;
            return List.of(new Underline(span.line(), start, end, label, primary));
        }
        return List.of(
                new Underline(span.line(), start, length(first), "", primary),
                new Underline(span.endLine(), indentation, span.endColumn() - 1, label, primary));
    }

    private static int length(String line) {
        return line.codePointCount(0, line.length());
    }

    /** The first character that is not blank. */
    private static int indentation(String line) {
        int first = 0;
        while (first < line.length() && (line.charAt(first) == ' ' || line.charAt(first) == '\t')) {
            first++;
        }
        return first;
    }
}
