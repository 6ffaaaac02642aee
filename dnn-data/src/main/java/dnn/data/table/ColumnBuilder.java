// Longer than 300 lines: cells are added one by one to what may still become numbers, codes or text.
package dnn.data.table;

import dnn.api.profile.ColumnProfile;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the cells of one column. Until the first number or text it is open what the column is; then it keeps
 * numbers, or only counts them, or keeps texts. Among numbers the texts of other cells are counted. If there turn out
 * to be too many of them their order is lost, and the column must be read again as texts: {@link #mustBeReadAgain()}. A
 * column that must be numbers never is.
 */
final class ColumnBuilder {
    private static final int INITIAL_CAPACITY = 1024;

    /**
     * After so many texts among fewer than four times as many numbers a column is read again as texts, whatever comes.
     */
    private static final int MANY_TEXTS = 100;

    private static final int FEW_NUMBERS = 4;

    private final String name;
    private final boolean counting;
    private final boolean numbersAlone;
    private final boolean textAlone;
    private final long salt;
    private final BitSet without = new BitSet();
    private final TextCodes texts = new TextCodes();
    private final OtherTexts others = new OtherTexts();

    private final DecimalSigns signs = new DecimalSigns();

    private CellRules rules = CellRules.PLAIN;
    private Holding holding;
    private double[] numbers = {};
    private NumberSummary summary = new NumberSummary();
    private @Nullable Codes codes = new Codes();
    private @Nullable RowHashes hashes;
    private int items;
    private long numberCount;
    private CellCount missing = CellCount.NONE;
    private CellCount infinite = CellCount.NONE;

    /** The form in which cells are kept. */
    private enum Holding {
        /** Nothing but words for nothing so far. */
        OPEN,
        NUMBERS,
        TEXTS,
        /** Nothing any more: the column must be read again. */
        GIVEN_UP
    }

    private ColumnBuilder(String name, Holding holding, boolean counting, boolean numbersAlone, boolean textAlone) {
        this.name = name;
        this.salt = RowHashes.salt(name);
        this.holding = holding;
        this.counting = counting;
        this.numbersAlone = numbersAlone;
        this.textAlone = textAlone;
    }

    /** A column that is numeric if its cells are, nearly all of them. */
    static ColumnBuilder ofNumbers(String name) {
        return new ColumnBuilder(name, Holding.OPEN, false, false, false);
    }

    /** A column that must be numbers: other cells are counted as mistakes. */
    static ColumnBuilder ofNumbersAlone(String name) {
        return new ColumnBuilder(name, Holding.NUMBERS, false, true, false);
    }

    /** A column that is numeric if its cells are, nearly all of them, and whose numbers are not kept. */
    static ColumnBuilder counting(String name) {
        return new ColumnBuilder(name, Holding.OPEN, true, false, false);
    }

    /** A column whose texts are kept until all of it is known: numbers if its cells are, nearly all of them. */
    static ColumnBuilder ofTexts(String name) {
        return new ColumnBuilder(name, Holding.TEXTS, false, false, false);
    }

    /** A column that is kept as text whatever its cells are. */
    static ColumnBuilder ofText(String name) {
        return new ColumnBuilder(name, Holding.TEXTS, false, false, true);
    }

    /** Sets the meaning of the cells that follow. */
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
        while (from < to && isSpace(text[from])) {
            from++;
        }
        while (from < to && isSpace(text[to - 1])) {
            to--;
        }
        if (rules.isMissing(text, from, to)) {
            addMissing(text, from, to, row);
        } else if (holding == Holding.TEXTS) {
            addText(text, from, to, row);
        } else {
            addNumber(text, from, to, row);
        }
        items++;
    }

    /** A cell without the spaces at its ends. */
    static String stripped(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return character == ' '
                || character == '\u00a0'
                || (character <= ' ' && character != 0 && Character.isWhitespace(character));
    }

    /** Adds a cell; spaces at its ends do not count. */
    void add(String text, long row) {
        add(text.toCharArray(), 0, text.length(), row);
    }

    /** Adds a number; NaN stands for a missing cell. */
    void add(double number, long row) {
        if (Double.isNaN(number)) {
            add("NaN", row);
            return;
        }
        if (Double.isInfinite(number) && holding != Holding.TEXTS) {
            infinite = infinite.and(row, infinite.any() ? "" : Cells.text(number));
        }
        hash(RowHashes.ofNumber(number));
        if (holding == Holding.TEXTS) {
            char[] text = Cells.text(number).toCharArray();
            code(texts.add(text, 0, text.length, row));
        } else {
            beginNumbers();
            keep(number, row);
        }
        items++;
    }

    /** The number of cells. */
    int items() {
        return items;
    }

    private void addMissing(char[] text, int from, int to, long row) {
        missing = missing.and(row, missing.any() ? "" : new String(text, from, to - from));
        hash(RowHashes.ofMissing());
        if (holding == Holding.NUMBERS) {
            keep(Double.NaN, row);
        } else {
            code(CodedColumn.MISSING);
        }
    }

    private void addText(char[] text, int from, int to, long row) {
        if (hashes != null) {
            double number = rules.number(text, from, to);
            hash(Double.isNaN(number) ? RowHashes.ofText(text, from, to) : RowHashes.ofNumber(number));
        }
        code(texts.add(text, from, to, row));
    }

    private void addNumber(char[] text, int from, int to, long row) {
        double number = rules.number(text, from, to);
        if (Double.isNaN(number)) {
            addOther(text, from, to, row);
            return;
        }
        if (rules.areOpen()) {
            signs.add(text, from, to);
        }
        beginNumbers();
        if (Double.isInfinite(number)) {
            infinite = infinite.and(row, infinite.any() ? "" : new String(text, from, to - from));
        }
        hash(RowHashes.ofNumber(number));
        keep(number, row);
    }

    /** A cell that is neither missing nor a number, where numbers are kept or nothing is known yet. */
    private void addOther(char[] text, int from, int to, long row) {
        if (holding == Holding.GIVEN_UP) {
            hash(RowHashes.ofText(text, from, to));
            return;
        }
        String word = new String(text, from, to - from);
        if (Cells.isMissingAmongNumbers(word)) {
            hash(RowHashes.ofMissing());
            if (holding == Holding.OPEN) {
                code(texts.add(text, from, to, row));
            } else {
                missing = missing.and(row, word);
                keep(Double.NaN, row);
            }
            return;
        }
        hash(RowHashes.ofText(text, from, to));
        if (holding == Holding.OPEN) {
            holding = Holding.TEXTS;
            code(texts.add(text, from, to, row));
            return;
        }
        others.add(word, 1, row);
        keep(Double.NaN, row);
        if (!numbersAlone && isHopeless()) {
            holding = Holding.GIVEN_UP;
            numbers = new double[0];
        }
    }

    private boolean isHopeless() {
        long count = others.all().count();
        return count > MANY_TEXTS && numberCount < FEW_NUMBERS * count;
    }

    /** From the first number on numbers are kept; what stood before it were words for nothing. */
    private void beginNumbers() {
        if (holding != Holding.OPEN) {
            return;
        }
        holding = Holding.NUMBERS;
        codes = null;
        if (counting) {
            without.set(0, items);
        }
        int stored = counting ? Math.min(items, ColumnProfile.SAMPLE) : items;
        numbers = new double[grown(stored)];
        Arrays.fill(numbers, 0, stored, Double.NaN);
        List<String> words = texts.texts();
        for (int code = 0; code < words.size(); code++) {
            missing = missing.with(new CellCount(texts.counts()[code], texts.firstRows()[code], words.get(code)));
        }
    }

    private void code(int code) {
        Codes current = codes;
        if (current != null) {
            current.add(code);
        }
    }

    private void keep(double number, long row) {
        numberCount += Double.isNaN(number) ? 0 : 1;
        if (holding == Holding.GIVEN_UP) {
            return;
        }
        if (!counting || items < ColumnProfile.SAMPLE) {
            if (items >= numbers.length) {
                numbers = Arrays.copyOf(numbers, grown(items));
            }
            numbers[items] = number;
        }
        if (!counting) {
            return;
        }
        if (Double.isNaN(number)) {
            without.set(items);
        } else {
            summary.add(number, row);
        }
    }

    private void hash(long cell) {
        RowHashes rows = hashes;
        if (rows != null) {
            rows.add(items, salt, cell);
        }
    }

    private static int grown(int length) {
        return Math.max(INITIAL_CAPACITY, length + (length >> 1) + 1);
    }

    /** Tells whether there is too much text among the numbers, so that nothing is left to build from. */
    boolean mustBeReadAgain() {
        if (holding == Holding.GIVEN_UP) {
            return true;
        }
        if (holding != Holding.NUMBERS || numbersAlone) {
            return false;
        }
        CellCount odd = others.all();
        return signs.areOpen()
                || (odd.any()
                        && (!Mixture.areMostlyNumbers(numberCount, odd.count()) || Mixture.mayBeCategories(others)));
    }

    /** The column. */
    Column build() {
        boolean empty = !textAlone && texts.texts().isEmpty();
        if (holding == Holding.NUMBERS || (empty && !mustBeReadAgain())) {
            return counting ? counted() : new NumericColumn(name, kept(), missing, infinite, others, signs.showComma());
        }
        CodedColumn column = buildCoded();
        return !textAlone && !column.mayBeThousands() && column.areMostlyNumbers() ? column.numbers() : column;
    }

    private CountedColumn counted() {
        if (holding != Holding.NUMBERS) {
            without.set(0, items);
        }
        double[] first = Arrays.copyOf(numbers, Math.min(items, ColumnProfile.SAMPLE));
        if (holding != Holding.NUMBERS) {
            Arrays.fill(first, Double.NaN);
        }
        return new CountedColumn(name, items, summary, without, missing, infinite, others, first, signs.showComma());
    }

    private double[] kept() {
        double[] values = Arrays.copyOf(numbers, items);
        if (holding != Holding.NUMBERS) {
            Arrays.fill(values, Double.NaN);
        }
        numbers = new double[0];
        return values;
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
