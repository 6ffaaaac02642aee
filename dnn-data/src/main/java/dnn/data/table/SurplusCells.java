package dnn.data.table;

import java.util.List;

/** Cells of a row beyond those of the header: what they look like tells what is wrong with the file. */
final class SurplusCells {
    private int count;
    private boolean anyText;
    private boolean anyInSingleQuotes;

    void clear() {
        count = 0;
        anyText = false;
        anyInSingleQuotes = false;
    }

    /** Any cell of the row. */
    void see(char[] buffer, int offset, int length) {
        anyInSingleQuotes |= length > 0 && buffer[offset + length - 1] == '\'';
    }

    /** A cell beyond those of the header. */
    void add(int length) {
        count++;
        anyText |= length > 0;
    }

    /** The advice about them, as the end of a sentence; empty where nothing is known. */
    String advice(List<String> header) {
        if (count == 1 && !anyText) {
            return "; it ends with a separator, and the header does not: let all rows end alike";
        } else if (count > 0 && anyInSingleQuotes) {
            return "; `format: {quote: \"'\"}` reads cells in single quotes";
        }
        boolean title = header.size() == 1 || header.contains("");
        return count > 0 && title ? "; if lines of a title stand above the header, delete them" : "";
    }
}
