package dnn.api.dataset;

import java.util.List;
import java.util.Optional;

/**
 * Items with their targets.
 *
 * @param features X, (n_0, m)
 * @param targets Y: for a binary cross-entropy (1, m) of 0 and 1, or a row for each of several labels, for a
 *     categorical one (k, m) with a single 1 an item, else (n_L, m) numbers
 * @param weights how much each item counts in training beside the others, m numbers whose scale does not matter; every
 *     item alike where absent
 * @param units how each row of Y was scaled, so that figures can be given in the targets' own units; empty where Y is
 *     not scaled
 */
public record Dataset(Matrix features, Matrix targets, Optional<double[]> weights, List<Scaling> units) {
    public Dataset {
        if (features.columns() != targets.columns()) {
            throw new IllegalArgumentException(
                    features.columns() + " items have features, " + targets.columns() + " have targets");
        }
        if (weights.isPresent() && weights.get().length != features.columns()) {
            throw new IllegalArgumentException(
                    features.columns() + " items have features, " + weights.get().length + " have weights");
        }
        units = List.copyOf(units);
        if (!units.isEmpty() && units.size() != targets.rows()) {
            throw new IllegalArgumentException("Y has " + targets.rows() + " rows, " + units.size() + " have a unit");
        }
    }

    /** Items that count once each, with targets as they are. */
    public Dataset(Matrix features, Matrix targets) {
        this(features, targets, Optional.empty(), List.of());
    }

    /** m. */
    public int items() {
        return features.columns();
    }
}
