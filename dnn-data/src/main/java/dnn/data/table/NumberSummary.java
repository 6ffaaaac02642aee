package dnn.data.table;

import dnn.api.profile.ValueCount;
import java.util.List;

/** The summary of a column's numbers, made without keeping them; takes no more memory for more rows. */
public final class NumberSummary {
    private final RunningMoments moments = new RunningMoments();
    private final NumberCounts counts = new NumberCounts();
    private CellCount negative = CellCount.NONE;
    private long zeros;
    private long firstZero;
    private boolean rising = true;
    private boolean whole = true;
    private double last = Double.NEGATIVE_INFINITY;
    private int rises;

    /** Of no numbers yet. */
    public NumberSummary() {}

    /** Adds a number that is written in a row. */
    void add(double number, long row) {
        if (number < 0) {
            negative = negative.and(row, negative.any() ? "" : Cells.text(number));
        }
        if (number == 0) {
            firstZero = zeros == 0 ? row : firstZero;
            zeros++;
        }
        rising &= number > last;
        last = number;
        rises++;
        counts.add(number + 0.0);
        if (Math.abs(number) <= Double.MAX_VALUE) {
            moments.add(number);
            whole &= number == Math.rint(number);
        }
    }

    /** Tells whether there are finite numbers, and none of them has a fraction. */
    public boolean whole() {
        return whole && !Double.isNaN(minimum());
    }

    /** The least finite number; NaN if there is none. */
    public double minimum() {
        return moments.minimum();
    }

    /** The greatest finite number; NaN if there is none. */
    public double maximum() {
        return moments.maximum();
    }

    /** The mean of the finite numbers; NaN if there is none. */
    public double mean() {
        return moments.mean();
    }

    /** The deviation of the finite numbers, with their count as divisor; NaN if there is none. */
    public double deviation() {
        return moments.deviation();
    }

    /** The number of different numbers; an estimate beyond a limit, unless each is greater than the one before. */
    public int distinct() {
        return rising ? rises : counts.distinct();
    }

    /** The commonest numbers, most frequent first, the least first of several. */
    public List<ValueCount> commonest() {
        return counts.commonest();
    }

    /** Numbers below zero. */
    public CellCount negative() {
        return negative;
    }

    /** Numbers that are zero. */
    public CellCount zero() {
        return zeros == 0 ? CellCount.NONE : new CellCount(zeros, firstZero, Cells.text(0));
    }
}
