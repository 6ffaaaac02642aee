package dnn.data.table;

import dnn.api.profile.ColumnType;
import dnn.api.profile.OddText;
import java.util.BitSet;
import java.util.List;

/**
 * A column of numbers of which only a summary was kept, and which rows lack a number: a bit a row, and none where every
 * row has one.
 */
public final class CountedColumn implements Column {
    private final String name;
    private final int items;
    private final NumberSummary summary;
    private final BitSet without;
    private final CellCount missing;
    private final CellCount infinite;
    private final OtherTexts notNumeric;
    private final double[] first;
    private final boolean decimalCommas;

    /** A column of so many cells, of which only this is known. */
    CountedColumn(
            String name,
            int items,
            NumberSummary summary,
            BitSet without,
            CellCount missing,
            CellCount infinite,
            OtherTexts notNumeric,
            double[] first,
            boolean decimalCommas) {
        this.name = name;
        this.items = items;
        this.summary = summary;
        this.without = without;
        this.missing = missing;
        this.infinite = infinite;
        this.notNumeric = notNumeric;
        this.first = first;
        this.decimalCommas = decimalCommas;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public ColumnType type() {
        return ColumnType.NUMERIC;
    }

    @Override
    public double number(int item) {
        if (without.get(item)) {
            return Double.NaN;
        }
        throw new IllegalStateException("the numbers of column `" + name + "` were not kept");
    }

    @Override
    public boolean isMissing(int item) {
        return without.get(item);
    }

    @Override
    public CellCount missing() {
        return missing;
    }

    @Override
    public boolean showsDecimalComma() {
        return decimalCommas;
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

    @Override
    public double[] firstNumbers() {
        return first.clone();
    }

    @Override
    public NumberSummary summary() {
        return summary;
    }

    @Override
    public long hash(int item) {
        throw new IllegalStateException("the cells of column `" + name + "` were not kept");
    }

    @Override
    public CodedColumn coded() {
        throw new IllegalStateException("the cells of column `" + name + "` were not kept");
    }
}
