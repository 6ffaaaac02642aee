package dnn.config.fix;

import dnn.config.diagnostic.Span;
import dnn.config.yaml.TreeReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A text by its lines. Places in it are counted in code points from 1, as findings do; in UTF-16 units from 0, as
 * editors do; or in chars from its start. Places outside are taken as the nearest inside. Immutable and thread-safe.
 */
public final class TextLines {
    private final String text;
    private final List<String> lines;
    private final List<Integer> starts;

    /** The lines of a text. */
    public TextLines(String text) {
        this.text = text;
        this.lines = TreeReader.lines(text);
        List<Integer> found = new ArrayList<>();
        int start = 0;
        for (String line : lines) {
            found.add(start);
            int end = start + line.length();
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        this.starts = List.copyOf(found);
    }

    /**
     * A place.
     *
     * @param line from 1
     * @param column from 1, in code points
     */
    public record Point(int line, int column) {
        /** Tells whether a stretch holds this place or ends at it. */
        public boolean isIn(Span span) {
            boolean starts = line > span.line() || (line == span.line() && column >= span.column());
            boolean ends = line < span.endLine() || (line == span.endLine() && column <= span.endColumn());
            return starts && ends;
        }
    }

    /**
     * A stretch as editors count.
     *
     * @param startLine from 0
     * @param start from 0, in UTF-16 units
     * @param endLine from 0
     * @param end from 0, exclusive
     */
    public record Utf16Range(int startLine, int start, int endLine, int end) {}

    /** The text. */
    public String text() {
        return text;
    }

    /** The number of its lines, at least 1. */
    public int count() {
        return lines.size();
    }

    /** A line, counted from 1, without its end. */
    public String line(int number) {
        return lines.get(number - 1);
    }

    /** The chars before a place. */
    public int offset(int line, int column) {
        return line > lines.size() ? text.length() : starts.get(Math.max(line, 1) - 1) + chars(line, column);
    }

    /** The place that has so many chars before it. */
    public Point at(int offset) {
        int line = lines.size();
        while (line > 1 && starts.get(line - 1) > offset) {
            line--;
        }
        return place(line - 1, offset - starts.get(line - 1));
    }

    /** The place that editors count so. */
    public Point place(int line, int character) {
        if (line < 0 || line >= lines.size()) {
            return line < 0 ? new Point(1, 1) : place(lines.size() - 1, Integer.MAX_VALUE);
        }
        String content = lines.get(line);
        int end = Math.min(Math.max(character, 0), content.length());
        return new Point(line + 1, content.codePointCount(0, end) + 1);
    }

    /** A stretch of this text as editors count. */
    public Utf16Range utf16(Span span) {
        return new Utf16Range(
                within(span.line()) - 1,
                units(span.line(), span.column()),
                within(span.endLine()) - 1,
                units(span.endLine(), span.endColumn()));
    }

    private int within(int line) {
        return Math.min(Math.max(line, 1), lines.size());
    }

    private int units(int line, int column) {
        return line > lines.size() ? lines.get(lines.size() - 1).length() : chars(line, column);
    }

    private int chars(int line, int column) {
        String content = lines.get(within(line) - 1);
        int points = Math.min(Math.max(column, 1) - 1, content.codePointCount(0, content.length()));
        return content.offsetByCodePoints(0, points);
    }
}
