package dnn.data.encoding;

import dnn.api.dataset.Scaling;
import dnn.data.column.ColumnFormat;
import dnn.data.column.Formats;
import dnn.data.column.Labels;
import dnn.data.table.Column;
import java.util.List;
import java.util.Optional;

/** The way in which targets become Y. */
public sealed interface FittedTarget permits FittedTarget.Classes, FittedTarget.Numbers, FittedTarget.Labels {
    /** The headers of the columns. */
    List<String> names();

    /** The number of rows of Y. */
    int width();

    /** The scaling of each row of Y; empty where none is. */
    default List<Scaling> units() {
        return List.of();
    }

    /** Calls the method of {@code visitor} for this kind of target. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Makes something of every kind of target.
     *
     * @param <R> what is made
     */
    interface Visitor<R> {
        /** Of classes. */
        R classes(Classes target);

        /** Of numbers. */
        R numbers(Numbers target);

        /** Of labels that an item may have together. */
        R labels(Labels target);
    }

    /**
     * Classes numbered from 0 in the order of their labels.
     *
     * @param name the target's header
     * @param labels of the whole table, sorted: numbers as numbers, text by code point; a positive class that was named
     *     is the second of two
     * @param binary whether Y is (1, m), 1 for the second label and 0 for the first; else it is one-hot, (k, m)
     */
    record Classes(String name, List<String> labels, boolean binary) implements FittedTarget {
        public Classes {
            labels = List.copyOf(labels);
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public int width() {
            return binary ? 1 : labels.size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.classes(this);
        }
    }

    /**
     * Numbers, scaled by what was found on the training split; Y has a row a column.
     *
     * @param columns in the order of Y
     */
    record Numbers(List<NumberColumn> columns) implements FittedTarget {
        public Numbers {
            columns = List.copyOf(columns);
        }

        /** One column of numbers as they stand. */
        public Numbers(String name) {
            this(List.of(new NumberColumn(name, Optional.empty(), Scaling.NONE)));
        }

        @Override
        public List<String> names() {
            return columns.stream().map(NumberColumn::name).toList();
        }

        @Override
        public List<Scaling> units() {
            List<Scaling> units = columns.stream().map(NumberColumn::scaling).toList();
            return units.stream().allMatch(Scaling.NONE::equals) ? List.of() : units;
        }

        @Override
        public int width() {
            return columns.size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numbers(this);
        }
    }

    /**
     * A column of numbers.
     *
     * @param name its header
     * @param format how its cells are written, where they are not plain numbers
     * @param scaling found on the training split
     */
    record NumberColumn(String name, Optional<ColumnFormat> format, Scaling scaling) {
        /** The numbers of a column. */
        public Column read(Column column) {
            return format.isPresent() ? Formats.read(column, format.get()) : column;
        }
    }

    /**
     * Labels that an item may have together: Y has a row a column, 1 for the second of its two values and 0 for the
     * first.
     *
     * @param columns in the order of Y
     */
    record Labels(List<Classes> columns) implements FittedTarget {
        public Labels {
            columns = List.copyOf(columns);
        }

        @Override
        public List<String> names() {
            return columns.stream().map(Classes::name).toList();
        }

        @Override
        public int width() {
            return columns.size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.labels(this);
        }
    }
}
