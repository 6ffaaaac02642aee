package dnn.data.column;

import dnn.api.profile.ColumnNumbers;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.ValueCount;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.NumberSummary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Profiles of columns, over the whole table. */
public final class ColumnProfiles {
    private ColumnProfiles() {}

    /** The profile of a column of which no correlation is known. */
    public static ColumnProfile of(Column column, ColumnType type, int encodedWidth) {
        return of(column, type, encodedWidth, Double.NaN);
    }

    /**
     * The profile of a column that becomes {@code encodedWidth} rows of X, and has this correlation with the target.
     * Equal numbers are one value of a numeric column.
     */
    public static ColumnProfile of(Column column, ColumnType type, int encodedWidth, double correlation) {
        NumberSummary numbers = column.type() == ColumnType.NUMERIC ? column.summary() : new NumberSummary();
        int distinct = numbers.distinct();
        List<ValueCount> commonest = numbers.commonest();
        if (column instanceof CodedColumn coded) {
            List<ValueCount> counts = counts(coded);
            distinct = counts.size();
            commonest = counts.stream()
                    .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                    .limit(ColumnProfile.COMMONEST_LIMIT)
                    .toList();
        }
        return new ColumnProfile(
                        column.name(),
                        type,
                        column.missing().count(),
                        distinct,
                        commonest,
                        new ColumnNumbers(
                                numbers.minimum(),
                                numbers.maximum(),
                                numbers.mean(),
                                numbers.deviation(),
                                numbers.whole()),
                        encodedWidth)
                .correlation(correlation);
    }

    /** Every label of a column in its order, with its count. */
    public static List<ValueCount> counts(CodedColumn column) {
        List<String> labels = Labels.sorted(column.texts());
        int[] places = Labels.indices(labels, column.texts());
        long[] counts = new long[labels.size()];
        for (int code = 0; code < places.length; code++) {
            counts[places[code]] += column.count(code);
        }
        return IntStream.range(0, counts.length)
                .mapToObj(label -> new ValueCount(labels.get(label), counts[label]))
                .toList();
    }
}
