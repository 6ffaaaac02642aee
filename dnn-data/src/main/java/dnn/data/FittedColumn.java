package dnn.data;

import dnn.api.data.Scale;
import java.util.List;
import java.util.Optional;

/** How a column becomes rows of X, with the numbers found on the training split. */
public sealed interface FittedColumn permits FittedColumn.Numeric, FittedColumn.Categorical {
    /** The column's header. */
    String name();

    /** How many rows of X it becomes. */
    int width();

    /** What those rows are called. */
    List<String> inputs();

    /** What {@code visitor} makes of this column. */
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
     * One row of X: (x − offset)/divisor.
     *
     * @param name the column's header
     * @param scale how offset and divisor were found
     * @param offset what is subtracted
     * @param divisor what the difference is divided by; 1 for a column that was constant on the training split
     * @param imputed what takes the place of a missing cell, before scaling
     */
    record Numeric(String name, Scale scale, double offset, double divisor, Optional<Double> imputed)
            implements FittedColumn {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numeric(this);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public List<String> inputs() {
            return List.of(name);
        }

        /** (x − offset)/divisor. */
        public double encode(double x) {
            return (x - offset) / divisor;
        }
    }

    /**
     * One row of X a category: 1 for the item's, 0 elsewhere; all 0 for a category that the training split does not have.
     *
     * @param name the column's header
     * @param categories of the training split, sorted: numbers as numbers, text by code point
     * @param imputed what takes the place of a missing cell
     */
    record Categorical(String name, List<String> categories, Optional<String> imputed) implements FittedColumn {
        public Categorical {
            categories = List.copyOf(categories);
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
