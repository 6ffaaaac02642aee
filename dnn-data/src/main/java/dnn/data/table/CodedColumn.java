package dnn.data.table;

import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.OddText;
import java.util.Arrays;
import java.util.List;

/**
 * Codes, one a row, into the list of the column's different texts in the order of their first appearance; −1 where the
 * cell is missing.
 */
public final class CodedColumn implements Column {
    /** The code of a missing cell. */
    public static final int MISSING = -1;

    private final String name;
    private final Codes codes;
    private final List<String> texts;
    private final double[] numbers;
    private final DecimalReading decimals;
    private final long[] counts;
    private final long[] firstRows;
    private final CellCount missing;
    private final CellCount infinite;
    private final OtherTexts notNumeric;
    private final DecimalSigns signs = new DecimalSigns();

    CodedColumn(
            String name,
            Codes codes,
            List<String> texts,
            long[] counts,
            long[] firstRows,
            CellCount missing,
            CellRules rules) {
        this.name = name;
        this.codes = codes;
        this.texts = List.copyOf(texts);
        this.counts = counts;
        this.firstRows = firstRows;
        this.missing = missing;
        this.decimals = rules.decimals();
        this.numbers = new double[texts.size()];
        // Codes are in the order of first appearance, so the first text counted is also the first in the file.
        CellCount unbounded = CellCount.NONE;
        OtherTexts words = new OtherTexts();
        for (int code = 0; code < numbers.length; code++) {
            numbers[code] = rules.number(texts.get(code));
            if (rules.areOpen() && !Double.isNaN(numbers[code])) {
                signs.add(texts.get(code).toCharArray(), 0, texts.get(code).length());
            }
            if (Double.isNaN(numbers[code])) {
                words.add(texts.get(code), counts[code], firstRows[code]);
            } else if (Double.isInfinite(numbers[code])) {
                unbounded = unbounded.plus(counts[code], firstRows[code], texts.get(code));
            }
        }
        this.infinite = unbounded;
        this.notNumeric = words;
    }

    /** The code in a row, from 0, or {@link #MISSING}. */
    public int code(int item) {
        return codes.get(item);
    }

    /** The different texts, in the order of their first appearance. */
    public List<String> texts() {
        return texts;
    }

    /** The number of times the text with this code occurs. */
    public long count(int code) {
        return counts[code];
    }

    /** The place where the text with this code stands first, by {@link RowPlace}. */
    public long firstRow(int code) {
        return firstRows[code];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int items() {
        return codes.size();
    }

    @Override
    public ColumnType type() {
        return notNumeric.all().any() ? ColumnType.CATEGORICAL : ColumnType.NUMERIC;
    }

    @Override
    public double number(int item) {
        int code = codes.get(item);
        return code == MISSING ? Double.NaN : numbers[code];
    }

    @Override
    public boolean isMissing(int item) {
        return codes.get(item) == MISSING;
    }

    @Override
    public CellCount missing() {
        return missing;
    }

    @Override
    public boolean showsDecimalComma() {
        return signs.showComma();
    }

    /**
     * Tells whether digits with a sign among them may mean another number in this table than in the one that was
     * trained on, where the column had this decimal sign.
     */
    public boolean doubts(boolean decimalComma, String digits) {
        return decimals.doubts(decimalComma, digits);
    }

    /** Tells whether what are taken for decimal signs may stand between thousands. */
    public boolean mayBeThousands() {
        return signs.areOpen();
    }

    @Override
    public CellCount infinite() {
        return infinite;
    }

    @Override
    public CellCount notNumeric() {
        return notNumeric.all();
    }

    @Override
    public List<OddText> oddTexts() {
        return notNumeric.texts();
    }

    /** Tells whether the texts are numbers, but for at most one cell of ten and for words for nothing. */
    boolean areMostlyNumbers() {
        long numeric = 0;
        OtherTexts others = new OtherTexts();
        for (int code = 0; code < numbers.length; code++) {
            if (!Double.isNaN(numbers[code])) {
                numeric += counts[code];
            } else if (!Cells.isMissingAmongNumbers(texts.get(code))) {
                others.add(texts.get(code), counts[code], firstRows[code]);
            }
        }
        boolean categories = others.all().any() && texts.size() <= Mixture.FEW_TEXTS && Mixture.mayBeCategories(others);
        return !categories && Mixture.areMostlyNumbers(numeric, others.all().count());
    }

    /** The numbers of a column that holds little else; words for nothing are missing cells. */
    NumericColumn numbers() {
        double[] values = new double[items()];
        for (int item = 0; item < values.length; item++) {
            values[item] = number(item);
        }
        CellCount nothing = missing;
        OtherTexts others = new OtherTexts();
        for (int code = 0; code < numbers.length; code++) {
            if (Double.isNaN(numbers[code])) {
                String text = texts.get(code);
                if (Cells.isMissingAmongNumbers(text)) {
                    nothing = nothing.with(new CellCount(counts[code], firstRows[code], text));
                } else {
                    others.add(text, counts[code], firstRows[code]);
                }
            }
        }
        return new NumericColumn(name, values, nothing, infinite, others, signs.showComma());
    }

    @Override
    public double[] firstNumbers() {
        double[] first = new double[type() == ColumnType.NUMERIC ? Math.min(items(), ColumnProfile.SAMPLE) : 0];
        Arrays.setAll(first, this::number);
        return first;
    }

    @Override
    public NumberSummary summary() {
        NumberSummary summary = new NumberSummary();
        for (int item = 0; item < codes.size(); item++) {
            double number = number(item);
            if (!Double.isNaN(number)) {
                summary.add(number, TableReader.FIRST_DATA_ROW + item);
            }
        }
        return summary;
    }

    @Override
    public long hash(int item) {
        int code = codes.get(item);
        return code == MISSING ? RowHashes.ofMissing() : hash(numbers[code], texts.get(code));
    }

    private static long hash(double number, String text) {
        return Double.isNaN(number) ? RowHashes.ofText(text) : RowHashes.ofNumber(number);
    }

    @Override
    public CodedColumn coded() {
        return this;
    }
}
