package dnn.data.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects the cells of one column. It starts with numbers; on the first cell that is none it turns to text. If numbers had been stored by then their
 * texts are lost, and the column must be read again: {@link #mustBeReadAgain()}. A column that must be numbers never turns.
 */
final class ColumnBuilder {
    private static final int INITIAL_CAPACITY = 1024;

    private final String name;
    private final boolean numbersAlone;
    private CellRules rules = CellRules.PLAIN;
    private double @Nullable [] numbers;
    private int @Nullable [] codes;
    private final TextCodes texts = new TextCodes();
    private int items;
    private boolean numberStored;
    private boolean mustBeReadAgain;
    private CellCount missing = CellCount.NONE;
    private CellCount infinite = CellCount.NONE;
    private CellCount notNumeric = CellCount.NONE;

    private ColumnBuilder(String name, double @Nullable [] numbers, int @Nullable [] codes, boolean numbersAlone) {
        this.name = name;
        this.numbersAlone = numbersAlone;
        this.numbers = numbers;
        this.codes = codes;
    }

    /** A column that is numeric as long as its cells are. */
    static ColumnBuilder ofNumbers(String name) {
        return new ColumnBuilder(name, new double[INITIAL_CAPACITY], null, false);
    }

    /** A column that must be numbers: other cells are counted as mistakes. */
    static ColumnBuilder ofNumbersAlone(String name) {
        return new ColumnBuilder(name, new double[INITIAL_CAPACITY], null, true);
    }

    /** A column that is kept as text whatever its cells are. */
    static ColumnBuilder ofText(String name) {
        return new ColumnBuilder(name, null, new int[INITIAL_CAPACITY], false);
    }

    /** What the cells that follow mean. */
    void follow(CellRules newRules) {
        rules = newRules;
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
        double[] currentNumbers = numbers;
        int[] currentCodes = codes;
        if (currentNumbers != null) {
            addToNumbers(currentNumbers, text, from, to, row);
        } else if (currentCodes != null) {
            addToCodes(currentCodes, text, from, to, row);
        }
        items++;
    }

    /** Adds a cell; spaces at its ends do not count. */
    void add(String text, long row) {
        add(text.toCharArray(), 0, text.length(), row);
    }

    private void addToNumbers(double[] current, char[] text, int from, int to, long row) {
        double number = Double.NaN;
        if (rules.isMissing(text, from, to)) {
            missing = missing.and(row, missing.any() ? "" : new String(text, from, to - from));
        } else {
            number = rules.number(text, from, to);
            if (Double.isNaN(number)) {
                if (!numbersAlone) {
                    turnToText(text, from, to, row);
                    return;
                }
                notNumeric = notNumeric.and(row, notNumeric.any() ? "" : new String(text, from, to - from));
            }
            numberStored = true;
            if (Double.isInfinite(number)) {
                infinite = infinite.and(row, infinite.any() ? "" : new String(text, from, to - from));
            }
        }
        double[] target = items < current.length ? current : Arrays.copyOf(current, grown(items));
        target[items] = number;
        numbers = target;
    }

    private void turnToText(char[] text, int from, int to, long row) {
        numbers = null;
        if (numberStored) {
            mustBeReadAgain = true;
            return;
        }
        int[] missingSoFar = new int[Math.max(INITIAL_CAPACITY, grown(items))];
        Arrays.fill(missingSoFar, 0, items, CodedColumn.MISSING);
        addToCodes(missingSoFar, text, from, to, row);
    }

    private void addToCodes(int[] current, char[] text, int from, int to, long row) {
        int[] target = items < current.length ? current : Arrays.copyOf(current, grown(items));
        if (rules.isMissing(text, from, to)) {
            missing = missing.and(row, missing.any() ? "" : new String(text, from, to - from));
            target[items] = CodedColumn.MISSING;
        } else {
            target[items] = texts.add(text, from, to, row);
        }
        codes = target;
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
        if (current == null) {
            return buildCoded();
        }
        numbers = null;
        return new NumericColumn(name, Arrays.copyOf(current, items), missing, infinite, notNumeric);
    }

    /** The column of a builder that was told to keep text. */
    CodedColumn buildCoded() {
        int[] current = codes;
        if (current == null) {
            throw new IllegalStateException("column `" + name + "` must be read again as text");
        }
        codes = null;
        return new CodedColumn(
                name, Arrays.copyOf(current, items), texts.texts(), texts.counts(), texts.firstRows(), missing, rules);
    }
}
