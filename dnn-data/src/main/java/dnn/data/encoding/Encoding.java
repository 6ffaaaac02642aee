package dnn.data.encoding;

import dnn.api.dataset.Matrix;
import dnn.api.dataset.Scaling;
import dnn.data.column.Labels;
import dnn.data.problem.DataException;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Cells become matrices, by what was fitted. The same for training and for new data. */
public final class Encoding {
    /** Items encoded column by column at a time, few enough that their part of X stays in the processor's cache. */
    private static final int BLOCK = 256;

    /** The longest array that every Java machine can make. */
    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

    private Encoding() {}

    /**
     * X of some rows of a table.
     *
     * @param fitted the columns of X, in their order
     * @param columns the table's column for each of them
     * @param items rows of the table
     * @return (n_0, m)
     * @throws DataException if X has more numbers than an array holds
     */
    public static Matrix features(List<FittedColumn> fitted, List<Column> columns, int[] items) {
        int rows = fitted.stream().mapToInt(FittedColumn::width).sum();
        if ((long) rows * items.length > MOST_NUMBERS) {
            throw new DataException("X of " + rows + " rows and " + items.length
                    + " items has more numbers than an array holds; " + widest(fitted));
        }
        Matrix features = Matrix.zeros(rows, items.length);
        List<ColumnEncoder> encoders = new ArrayList<>();
        for (int i = 0; i < fitted.size(); i++) {
            encoders.add(encoder(fitted.get(i), columns.get(i)));
        }
        for (int from = 0; from < items.length; from += BLOCK) {
            int to = Math.min(items.length, from + BLOCK);
            int firstRow = 0;
            for (int i = 0; i < encoders.size(); i++) {
                encoders.get(i).encode(items, from, to, features, firstRow);
                firstRow += fitted.get(i).width();
            }
        }
        return features;
    }

    private static String widest(List<FittedColumn> fitted) {
        FittedColumn widest = Collections.max(fitted, Comparator.comparingInt(FittedColumn::width));
        return "column `" + widest.name() + "` alone becomes " + widest.width() + " rows";
    }

    private static ColumnEncoder encoder(FittedColumn fitted, Column column) {
        return fitted.accept(new FittedColumn.Visitor<>() {
            @Override
            public ColumnEncoder numeric(FittedColumn.Numeric numeric) {
                return numbers(numeric, column);
            }

            @Override
            public ColumnEncoder categorical(FittedColumn.Categorical categorical) {
                return oneHot(categorical, column.coded());
            }
        });
    }

    private static ColumnEncoder numbers(FittedColumn.Numeric fitted, Column cells) {
        Column column = fitted.reading().read(cells);
        double imputed = fitted.filler().orElse(Double.NaN);
        return (items, from, to, features, row) -> {
            double[] values = features.values();
            for (int i = from; i < to; i++) {
                double number = column.number(items[i]);
                boolean missing = Double.isNaN(number);
                int place = i * features.rows() + row;
                values[place] = fitted.encode(missing ? imputed : number);
                if (fitted.indicator()) {
                    values[place + 1] = missing ? 1 : 0;
                }
            }
        };
    }

    private static ColumnEncoder oneHot(FittedColumn.Categorical fitted, CodedColumn column) {
        int[] places = Labels.indices(fitted.categories(), column.texts());
        int imputed = place(fitted, fitted.filler());
        int unseen = place(fitted, fitted.substitute());
        return (items, from, to, features, firstRow) -> {
            for (int i = from; i < to; i++) {
                int code = column.code(items[i]);
                int known = code == CodedColumn.MISSING ? imputed : places[code];
                int place = known == Labels.UNKNOWN && code != CodedColumn.MISSING ? unseen : known;
                if (place != Labels.UNKNOWN) {
                    features.set(firstRow + place, i, 1);
                }
            }
        };
    }

    private static int place(FittedColumn.Categorical fitted, Optional<String> category) {
        return category.map(text -> Labels.indices(fitted.categories(), List.of(text))[0])
                .orElse(Labels.UNKNOWN);
    }

    /**
     * Y of some rows of a table, in which every cell is a number or, for classes, one of the labels.
     *
     * @param columns the table's column for each of the target's
     * @return (n_L, m)
     */
    public static Matrix targets(FittedTarget fitted, List<Column> columns, int[] items) {
        Matrix targets = Matrix.zeros(fitted.width(), items.length);
        return fitted.accept(new FittedTarget.Visitor<Matrix>() {
            @Override
            public Matrix classes(FittedTarget.Classes target) {
                putClasses(target, columns.get(0).coded(), items, targets, 0);
                return targets;
            }

            @Override
            public Matrix numbers(FittedTarget.Numbers target) {
                for (int row = 0; row < columns.size(); row++) {
                    Scaling scaling = target.columns().get(row).scaling();
                    Column column = target.columns().get(row).read(columns.get(row));
                    for (int i = 0; i < items.length; i++) {
                        targets.set(row, i, scaling.encode(column.number(items[i])));
                    }
                }
                return targets;
            }

            @Override
            public Matrix labels(FittedTarget.Labels target) {
                for (int row = 0; row < columns.size(); row++) {
                    putClasses(target.columns().get(row), columns.get(row).coded(), items, targets, row);
                }
                return targets;
            }
        });
    }

    private static void putClasses(
            FittedTarget.Classes fitted, CodedColumn column, int[] items, Matrix targets, int firstRow) {
        int[] places = Labels.indices(fitted.labels(), column.texts());
        for (int i = 0; i < items.length; i++) {
            int place = places[column.code(items[i])];
            if (fitted.binary()) {
                targets.set(firstRow, i, place);
            } else {
                targets.set(firstRow + place, i, 1);
            }
        }
    }
}
