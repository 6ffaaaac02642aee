package dnn.data;

import java.util.List;

/** How the target becomes Y. */
public sealed interface FittedTarget permits FittedTarget.Classes, FittedTarget.Numbers {
    /** The target's header. */
    String name();

    /** How many rows Y has. */
    int width();

    /**
     * Classes numbered from 0 in the order of their labels.
     *
     * @param name the target's header
     * @param labels of the whole table, sorted: numbers as numbers, text by code point
     * @param binary whether Y is (1, m), 1 for the second label and 0 for the first; else it is one-hot, (k, m)
     */
    record Classes(String name, List<String> labels, boolean binary) implements FittedTarget {
        public Classes {
            labels = List.copyOf(labels);
        }

        @Override
        public int width() {
            return binary ? 1 : labels.size();
        }
    }

    /**
     * Numbers as they stand in the table, Y is (1, m).
     *
     * @param name the target's header
     */
    record Numbers(String name) implements FittedTarget {
        @Override
        public int width() {
            return 1;
        }
    }
}
