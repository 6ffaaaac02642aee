package dnn.api.initializer;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers as written: a flat list, or a list of rows that may be ragged.
 *
 * @param rows the rows; a flat list is one row
 * @param nested whether they were written as a list of rows
 */
public record Numbers(List<List<Double>> rows, boolean nested) {
    public Numbers {
        rows = rows.stream().map(List::copyOf).toList();
        if (!nested && rows.size() != 1) {
            throw new IllegalArgumentException("a flat list is one row, not " + rows.size());
        }
    }

    /** A flat list: {@code [0.1, 0.2]}. */
    public static Numbers list(double... values) {
        return new Numbers(List.of(Arrays.stream(values).boxed().toList()), false);
    }

    /** A list of rows: {@code [[0.1, 0.2], [0.3, 0.4]]}. */
    public static Numbers rows(double[]... rows) {
        return new Numbers(
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                true);
    }

    /** Tells whether every row has the same length. */
    public boolean isRectangular() {
        return rows.stream().mapToInt(List::size).distinct().count() <= 1;
    }

    /** All numbers, row by row. */
    public double[] flattened() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
