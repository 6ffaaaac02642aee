package dnn.api.dataset;

/**
 * Items with their targets.
 *
 * @param features X, (n_0, m)
 * @param targets Y: for a binary cross-entropy (1, m) of 0 and 1, for a categorical one (k, m) with a single 1 an item, else (n_L, m) numbers
 */
public record Dataset(Matrix features, Matrix targets) {
    public Dataset {
        if (features.columns() != targets.columns()) {
            throw new IllegalArgumentException(
                    features.columns() + " items have features, " + targets.columns() + " have targets");
        }
    }

    /** m. */
    public int items() {
        return features.columns();
    }
}
