package dnn.run.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text: columns as wide as their widest cell, two spaces between; numbers to the right. For one thread at a
 * time.
 */
public final class TextTable {
    private final List<String> header;
    private final List<Boolean> numeric;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings; one that starts with {@code >} heads a column of numbers. */
    public TextTable(String... headings) {
        header = new ArrayList<>();
        numeric = new ArrayList<>();
        for (String heading : headings) {
            numeric.add(heading.startsWith(">"));
            header.add(heading.startsWith(">") ? heading.substring(1) : heading);
        }
    }

    /** Adds a row, a cell for each heading. */
    public TextTable row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " headings");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, heading first, each ended by a line break. */
    public String render() {
        int[] widths = new int[header.size()];
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        lines.addAll(rows);
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - length(line.get(i)));
                one.append(i == 0 ? "" : "  ");
                one.append(numeric.get(i) ? space + line.get(i) : line.get(i) + space);
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
