package dnn.config.yaml;

import dnn.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Text changed so that reading can go on behind a mistake with one certain remedy, and the way back from places in the
 * repaired text to places in the text as written. Lines and columns count from 0 here.
 */
final class Repairs {
    private final List<String> lines;
    private final List<Insertion> insertions = new ArrayList<>();
    private final Set<Place> closings = new HashSet<>();
    private int replacements;

    Repairs(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    private record Place(int line, int column) {}

    private record Insertion(int line, int column, int length) {}

    int lineCount() {
        return lines.size();
    }

    String line(int index) {
        return lines.get(index);
    }

    String text() {
        return String.join("\n", lines);
    }

    int count() {
        return insertions.size() + replacements;
    }

    /** Inserts {@code text} at a char offset of a line as it is now. */
    void insert(int line, int offset, String text) {
        String old = lines.get(line);
        lines.set(line, old.substring(0, offset) + text + old.substring(offset));
        insertions.add(new Insertion(line, old.codePointCount(0, offset), text.length()));
    }

    /** Inserts a closing bracket that was left out. */
    void close(int line, int offset, char bracket) {
        closings.add(new Place(line, lines.get(line).codePointCount(0, offset)));
        insert(line, offset, String.valueOf(bracket));
    }

    /** Tells whether the closing bracket at this column of the repaired text was left out in the text as written. */
    boolean isLeftOut(int line, int column) {
        return closings.contains(new Place(line, column));
    }

    /** Puts {@code text} in the place of as many chars from an offset of a line on. */
    void replace(int line, int offset, String text) {
        String old = lines.get(line);
        lines.set(line, old.substring(0, offset) + text + old.substring(offset + text.length()));
        replacements++;
    }

    /** Puts spaces in the place of the tabs at a char offset of a line as it is now. */
    void replaceTabs(int line, int offset) {
        StringBuilder changed = new StringBuilder(lines.get(line));
        for (int i = offset; i < changed.length() && changed.charAt(i) == '\t'; i++) {
            changed.setCharAt(i, ' ');
        }
        lines.set(line, changed.toString());
        replacements++;
    }

    /** The place as written from one char offset of a line as it is now to another. */
    Span stretch(String source, int line, int start, int end) {
        String text = lines.get(line);
        return between(source, line, text.codePointCount(0, start), text.codePointCount(0, end));
    }

    /** The place as written from one column of a line as it is now to another. */
    Span between(String source, int line, int start, int end) {
        return new Span(source, line + 1, original(line, start) + 1, line + 1, original(line, end) + 1);
    }

    /** The column as written of a column of the repaired text. */
    int original(int line, int column) {
        int written = column;
        for (int i = insertions.size() - 1; i >= 0; i--) {
            Insertion insertion = insertions.get(i);
            if (insertion.line == line && written > insertion.column) {
                written = Math.max(insertion.column, written - insertion.length);
            }
        }
        return written;
    }
}
