package dnn.data;

import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.ValueCount;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Profiles of columns, over the whole table. */
final class ColumnProfiles {
    private ColumnProfiles() {}

    /** The profile of a column that becomes {@code encodedWidth} rows of X. Equal numbers are one value of a numeric column. */
    static ColumnProfile of(Column column, ColumnType type, int encodedWidth) {
        double[] finite = column.type() == ColumnType.NUMERIC
                ? IntStream.range(0, column.items())
                        .mapToDouble(column::number)
                        .filter(Double::isFinite)
                        .toArray()
                : new double[0];
        Moments moments = Moments.of(finite);
        int distinct;
        List<ValueCount> commonest;
        if (column instanceof CodedColumn coded) {
            List<ValueCount> counts = counts(coded);
            distinct = counts.size();
            commonest = counts.stream()
                    .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                    .limit(ColumnProfile.COMMONEST_LIMIT)
                    .toList();
        } else {
            NumberCounts counts = new NumberCounts(column);
            distinct = counts.distinct();
            commonest = counts.commonest();
        }
        return new ColumnProfile(
                column.name(),
                type,
                column.missing().count(),
                Math.min(distinct, ColumnProfile.DISTINCT_LIMIT),
                commonest,
                moments.minimum(),
                moments.maximum(),
                moments.mean(),
                moments.deviation(),
                encodedWidth);
    }

    /** Every label of a column in its order, with its count. */
    static List<ValueCount> counts(CodedColumn column) {
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
