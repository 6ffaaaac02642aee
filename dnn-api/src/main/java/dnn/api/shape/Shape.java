package dnn.api.shape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one item: {@code (n)} for a column of n numbers. A dimension may be unknown.
 *
 * @param dimensions sizes, outermost first; {@link #UNKNOWN} where a size is not known
 */
public record Shape(List<Integer> dimensions) {
    /** Stands for a size that is not known. */
    public static final int UNKNOWN = -1;

    public Shape {
        dimensions = List.copyOf(dimensions);
    }

    /** The shape with these sizes. */
    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    /** A column of unknown length. */
    public static Shape unknown() {
        return of(UNKNOWN);
    }

    /** Tells whether every dimension is known. */
    public boolean isKnown() {
        return dimensions.stream().allMatch(size -> size >= 0);
    }

    /** The count of numbers in one item: the product of all dimensions, or {@link #UNKNOWN}. */
    public int size() {
        return isKnown() ? dimensions.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact) : UNKNOWN;
    }

    /** Tells whether both could be the same shape: equal wherever both are known. */
    public boolean agreesWith(Shape other) {
        if (dimensions.size() != other.dimensions.size()) {
            return false;
        }
        for (int i = 0; i < dimensions.size(); i++) {
            int mine = dimensions.get(i);
            int others = other.dimensions.get(i);
            if (mine != others && mine >= 0 && others >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The sizes in parentheses, {@code ?} for an unknown one: {@code (3, ?)}. */
    @Override
    public String toString() {
        return dimensions.stream()
                .map(size -> size < 0 ? "?" : String.valueOf(size))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
