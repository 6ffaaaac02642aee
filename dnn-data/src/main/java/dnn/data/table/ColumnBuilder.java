package dnn.data.table;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the cells of one column. It starts with numbers, kept or only counted; on the first cell that is none it turns to text. If numbers had been taken by then
 * their texts are lost, and the column must be read again: {@link #mustBeReadAgain()}. A column that must be numbers never turns.
 */
final class ColumnBuilder {
    private static final int INITIAL_CAPACITY = 1024;

    private final String name;
    private final boolean numbersAlone;
    private CellRules rules = CellRules.PLAIN;
    private double @Nullable [] numbers;
    private @Nullable NumberSummary summary;
    private @Nullable Codes codes;
    private @Nullable RowHashes hashes;
    private final long salt;
    private final BitSet without = new BitSet();
    private final TextCodes texts = new TextCodes();
    private int items;
    private boolean numberTaken;
    private boolean mustBeReadAgain;
    private CellCount missing = CellCount.NONE;
    private CellCount infinite = CellCount.NONE;
    private CellCount notNumeric = CellCount.NONE;

    private ColumnBuilder(
            String name,
            double @Nullable [] numbers,
            @Nullable NumberSummary summary,
            @Nullable Codes codes,
            boolean numbersAlone) {
        this.name = name;
        this.salt = RowHashes.salt(name);
        this.numbersAlone = numbersAlone;
        this.numbers = numbers;
        this.summary = summary;
        this.codes = codes;
    }

    /** A column that is numeric as long as its cells are. */
    static ColumnBuilder ofNumbers(String name) {
        return new ColumnBuilder(name, new double[INITIAL_CAPACITY], null, null, false);
    }

    /** A column that must be numbers: other cells are counted as mistakes. */
    static ColumnBuilder ofNumbersAlone(String name) {
        return new ColumnBuilder(name, new double[INITIAL_CAPACITY], null, null, true);
    }

    /** A column that is numeric as long as its cells are, and whose numbers are not kept. */
    static ColumnBuilder counting(String name) {
        return new ColumnBuilder(name, null, new NumberSummary(), null, false);
    }

    /** A column that is kept as text whatever its cells are. */
    static ColumnBuilder ofText(String name) {
        return new ColumnBuilder(name, null, null, new Codes(), false);
    }

    /** What the cells that follow mean. */
    void follow(CellRules newRules) {
        rules = newRules;
    }

    /** Cells go into the hashes of their rows, too. */
    void compare(RowHashes rows) {
        hashes = rows;
    }

    /** Adds a cell; spaces at its ends do not count. */
    void add(char[] text, int start, int end, long row) {
        int from = start;
        int to = end;
        while (from < to && text[from] <= ' ') {
            from++;
        }
        while (from < to && text[to - 1] <= ' ') {
            to--;
        }
        if (numbers != null || summary != null) {
            addNumber(text, from, to, row);
        } else {
            addText(text, from, to, row);
        }
        items++;
    }

    /** Adds a cell; spaces at its ends do not count. */
    void add(String text, long row) {
        add(text.toCharArray(), 0, text.length(), row);
    }

    /** Adds a finite number. */
    void add(double number, long row) {
        hash(RowHashes.ofNumber(number));
        Codes current = codes;
        if (current == null) {
            keep(number, row);
        } else {
            char[] text = Cells.text(number).toCharArray();
            current.add(texts.add(text, 0, text.length, row));
        }
        items++;
    }

    /** How many cells there are. */
    int items() {
        return items;
    }

    private void addNumber(char[] text, int from, int to, long row) {
        if (rules.isMissing(text, from, to)) {
            missing = missing.and(row, missing.any() ? "" : new String(text, from, to - from));
            hash(RowHashes.ofMissing());
            keep(Double.NaN, row);
            return;
        }
        double number = rules.number(text, from, to);
        if (Double.isNaN(number)) {
            if (!numbersAlone) {
                turnToText(text, from, to, row);
                return;
            }
            notNumeric = notNumeric.and(row, notNumeric.any() ? "" : new String(text, from, to - from));
        }
        numberTaken = true;
        if (Double.isInfinite(number)) {
            infinite = infinite.and(row, infinite.any() ? "" : new String(text, from, to - from));
        }
        hash(RowHashes.ofNumber(number));
        keep(number, row);
    }

    private void keep(double number, long row) {
        double[] current = numbers;
        NumberSummary counted = summary;
        if (current != null) {
            double[] target = items < current.length ? current : Arrays.copyOf(current, grown(items));
            target[items] = number;
            numbers = target;
        } else if (counted != null) {
            if (Double.isNaN(number)) {
                without.set(items);
            } else {
                counted.add(number, row);
            }
        }
    }

    private void hash(long cell) {
        RowHashes rows = hashes;
        if (rows != null) {
            rows.add(items, salt, cell);
        }
    }

    private void turnToText(char[] text, int from, int to, long row) {
        numbers = null;
        summary = null;
        if (numberTaken) {
            mustBeReadAgain = true;
        } else {
            Codes missingSoFar = new Codes();
            for (int item = 0; item < items; item++) {
                missingSoFar.add(CodedColumn.MISSING);
            }
            codes = missingSoFar;
        }
        addText(text, from, to, row);
    }

    private void addText(char[] text, int from, int to, long row) {
        Codes current = codes;
        if (current == null && hashes == null) {
            return;
        }
        if (rules.isMissing(text, from, to)) {
            missing = missing.and(row, missing.any() ? "" : new String(text, from, to - from));
            hash(RowHashes.ofMissing());
            if (current != null) {
                current.add(CodedColumn.MISSING);
            }
            return;
        }
        if (hashes != null) {
            double number = rules.number(text, from, to);
            hash(Double.isNaN(number) ? RowHashes.ofText(text, from, to) : RowHashes.ofNumber(number));
        }
        if (current != null) {
            current.add(texts.add(text, from, to, row));
        }
    }

    private static int grown(int length) {
        return length + (length >> 1) + 1;
    }

    /** Whether text came after numbers, so that nothing is left to build from. */
    boolean mustBeReadAgain() {
        return mustBeReadAgain;
    }

    /** The column. */
    Column build() {
        double[] current = numbers;
        NumberSummary counted = summary;
        if (current != null) {
            numbers = null;
            return new NumericColumn(name, Arrays.copyOf(current, items), missing, infinite, notNumeric);
        }
        return counted != null ? new CountedColumn(name, items, counted, without, missing, infinite) : buildCoded();
    }

    /** The column of a builder that was told to keep text. */
    CodedColumn buildCoded() {
        Codes current = codes;
        if (current == null) {
            throw new IllegalStateException("column `" + name + "` must be read again as text");
        }
        codes = null;
        return new CodedColumn(
                name, current.trimmed(), texts.texts(), texts.counts(), texts.firstRows(), missing, rules);
    }
}
