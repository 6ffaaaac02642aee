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
 */
public record TargetProfile(String column, List<ValueCount> classes, double minimum, double maximum, boolean sorted) {
    public TargetProfile {
        classes = List.copyOf(classes);
    }

    /** A target whose classes are mixed, or that has none. */
    public TargetProfile(String column, List<ValueCount> classes, double minimum, double maximum) {
        this(column, classes, minimum, maximum, false);
    }
}
