package dnn.api.profile;

import java.util.List;

/**
 * The column that is predicted.
 *
 * @param column its name
 * @param classes for a cross-entropy, every class in the order of its number, with its items; else empty
 * @param minimum for a numeric target, its least value, else NaN
 * @param maximum for a numeric target, its greatest value, else NaN
 */
public record TargetProfile(String column, List<ValueCount> classes, double minimum, double maximum) {
    public TargetProfile {
        classes = List.copyOf(classes);
    }
}
