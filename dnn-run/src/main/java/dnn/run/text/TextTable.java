package dnn.run.text;

import dnn.config.diagnostic.UserText;
import dnn.config.render.DisplayWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text: columns as wide as their widest cell, two spaces between; numbers to the right. For one thread at a
 * time.
 */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<Boolean> numeric;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings; one that starts with {@code >} heads a column of numbers. */
    public TextTable(String... headings) {
        header = new ArrayList<>();
        numeric = new ArrayList<>();
        for (String heading : headings) {
            numeric.add(heading.startsWith(">"));
            header.add(UserText.escape(heading.startsWith(">") ? heading.substring(1) : heading));
        }
    }

    /** Adds a row, a cell for each heading; characters that a terminal would obey are written as escapes. */
    public TextTable row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " headings");
        }
        rows.add(Arrays.stream(cells).map(UserText::escape).toList());
        return this;
    }

    /** The lines, heading first, each ended by a line break. */
    public String render() {
        return render(0);
    }

    /**
     * The lines for a terminal: where they would be too wide, columns follow below each other in several blocks, each
     * beginning with the first column.
     *
     * @param width columns of the terminal; 0 for one block
     */
    public String render(int width) {
        int[] widths = widths();
        List<String> blocks = new ArrayList<>();
        int from = 1;
        do {
            int to = from;
            int filled = widths[0];
            while (to < widths.length && (to == from || width == 0 || filled + GAP.length() + widths[to] <= width)) {
                filled += GAP.length() + widths[to];
                to++;
            }
            blocks.add(block(widths, from, to));
            from = to;
        } while (from < widths.length);
        return String.join("\n", blocks);
    }

    private int[] widths() {
        int[] widths = new int[header.size()];
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        lines.addAll(rows);
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(line.get(i)));
            }
        }
        return widths;
    }

    /** The first column beside those from … to, the last exclusive. */
    private String block(int[] widths, int from, int to) {
        StringBuilder text = new StringBuilder();
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        lines.addAll(rows);
        for (List<String> line : lines) {
            StringBuilder one = new StringBuilder(cell(line, 0, widths));
            for (int i = from; i < to; i++) {
                one.append(GAP).append(cell(line, i, widths));
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String cell(List<String> line, int column, int[] widths) {
        String space = " ".repeat(widths[column] - DisplayWidth.of(line.get(column)));
        return numeric.get(column) ? space + line.get(column) : line.get(column) + space;
    }
}
