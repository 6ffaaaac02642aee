package dnn.data.encoding;

import dnn.api.data.Scale;
import dnn.api.data.Unseen;
import dnn.api.dataset.Scaling;
import dnn.data.column.CellReading;
import java.util.List;
import java.util.Optional;

/** The way in which a column becomes rows of X, with the numbers found on the training split. */
public sealed interface FittedColumn permits FittedColumn.Numeric, FittedColumn.Categorical {
    /** The column's header. */
    String name();

    /** The number of rows of X that it becomes. */
    int width();

    /** The names of those rows. */
    List<String> inputs();

    /** Calls the method of {@code visitor} for this kind of column. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Makes something of every kind of column.
     *
     * @param <R> what is made
     */
    interface Visitor<R> {
        /** Of numbers. */
        R numeric(Numeric column);

        /** Of categories. */
        R categorical(Categorical column);
    }

    /**
     * Two numbers that enclose others.
     *
     * @param low the least
     * @param high the greatest
     */
    record Bounds(double low, double high) {
        /** The nearest number within. */
        public double clamp(double x) {
            return Math.max(low, Math.min(high, x));
        }
    }

    /**
     * One row of X, the scaled number, and where asked for a second one that is 1 where the cell was missing.
     *
     * @param name the column's header
     * @param reading how its cells are read
     * @param scaling found on the training split
     * @param bounds of outliers, applied before scaling
     * @param imputed what takes the place of a missing cell, before scaling
     * @param indicator whether there is a second row
     * @param standIn what takes the place of a missing cell of further tables where nothing is imputed; empty to refuse
     *     them
     */
    record Numeric(
            String name,
            CellReading reading,
            Scaling scaling,
            Optional<Bounds> bounds,
            Optional<Double> imputed,
            boolean indicator,
            Optional<Double> standIn)
            implements FittedColumn {
        /** Numbers as they stand, without bounds, indicator and stand-in. */
        public Numeric(String name, Scale scale, double offset, double divisor, Optional<Double> imputed) {
            this(
                    name,
                    CellReading.NUMBER,
                    new Scaling(scale, offset, divisor),
                    Optional.empty(),
                    imputed,
                    false,
                    Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numeric(this);
        }

        @Override
        public int width() {
            return indicator ? 2 : 1;
        }

        @Override
        public List<String> inputs() {
            return indicator ? List.of(name, name + "_missing") : List.of(name);
        }

        /** A copy in which this takes the place of a missing cell of further tables. */
        public Numeric standIn(double number) {
            return new Numeric(name, reading, scaling, bounds, imputed, indicator, Optional.of(number));
        }

        /** The number that takes the place of a missing cell, before scaling. */
        public Optional<Double> filler() {
            return imputed.or(() -> standIn);
        }

        /** A number within the bounds, scaled. */
        public double encode(double x) {
            return scaling.encode(bounds.isPresent() ? bounds.get().clamp(x) : x);
        }

        /** The number within the bounds that is encoded so. */
        public double decode(double value) {
            return scaling.decode(value);
        }
    }

    /**
     * One row of X a category: 1 for the item's, 0 elsewhere.
     *
     * @param name the column's header
     * @param categories of the training split, sorted: numbers as numbers, text by code point
     * @param imputed what takes the place of a missing cell
     * @param unseen what becomes of a category that the training split does not have: all 0, the substitute, or an
     *     error
     * @param substitute the commonest category, where it takes the place of unseen ones
     * @param standIn what takes the place of a missing cell of further tables where nothing is imputed; empty to refuse
     *     them
     */
    record Categorical(
            String name,
            List<String> categories,
            Optional<String> imputed,
            Unseen unseen,
            Optional<String> substitute,
            Optional<String> standIn)
            implements FittedColumn {
        public Categorical {
            categories = List.copyOf(categories);
        }

        /** Unseen categories are all 0. */
        public Categorical(String name, List<String> categories, Optional<String> imputed) {
            this(name, categories, imputed, Unseen.ZEROS, Optional.empty(), Optional.empty());
        }

        /** The category that takes the place of a missing cell. */
        public Optional<String> filler() {
            return imputed.or(() -> standIn);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.categorical(this);
        }

        @Override
        public int width() {
            return categories.size();
        }

        @Override
        public List<String> inputs() {
            return categories.stream().map(category -> name + "=" + category).toList();
        }
    }
}
