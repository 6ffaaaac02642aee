package dnn.api.profile;

import java.util.List;

/**
 * The column that is predicted.
 *
 * @param column its name
 * @param classes for a cross-entropy, every class in the order of its number, with its items; else empty
 * @param minimum for a numeric target, its least value, else NaN
 * @param maximum for a numeric target, its greatest value, else NaN
 * @param sorted whether the items of each class stand together in the table, several of them
 * @param negative for a numeric target, cells below zero
 * @param zero for a numeric target, cells that are zero
 */
public record TargetProfile(
        String column,
        List<ValueCount> classes,
        double minimum,
        double maximum,
        boolean sorted,
        CellTally negative,
        CellTally zero) {
    public TargetProfile {
        classes = List.copyOf(classes);
    }

    /** A target whose classes are mixed, or that has none. */
    public TargetProfile(String column, List<ValueCount> classes, double minimum, double maximum) {
        this(column, classes, minimum, maximum, false, CellTally.NONE, CellTally.NONE);
    }

    /** A copy whose classes stand together in the table, or not. */
    public TargetProfile sorted(boolean newSorted) {
        return new TargetProfile(column, classes, minimum, maximum, newSorted, negative, zero);
    }

    /** A copy with these cells below zero and at zero. */
    public TargetProfile notPositive(CellTally newNegative, CellTally newZero) {
        return new TargetProfile(column, classes, minimum, maximum, sorted, newNegative, newZero);
    }
}
